import { useEffect, useState } from 'react';
import { canSpeak, speak } from '../speak.ts';

/** Speaks by the voice of the device. What is spoken ends with the screen that it belongs to. */
export function useSpeech() {
  const [isSpeaking, setSpeaking] = useState(false);
  useEffect(
    () => () => {
      if (canSpeak()) speechSynthesis.cancel();
    },
    [],
  );
  return {
    isSpeaking,
    speak: (text: string) => {
      speak(text, () => setSpeaking(false));
      setSpeaking(true);
    },
    stop: () => {
      speechSynthesis.cancel();
      setSpeaking(false);
    },
  };
}
