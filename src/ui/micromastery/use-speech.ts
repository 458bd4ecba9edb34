import { useEffect, useState } from 'react';

export function canSpeak(): boolean {
  return typeof window !== 'undefined' && 'speechSynthesis' in window;
}

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
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.lang = document.documentElement.lang;
      utterance.onend = () => setSpeaking(false);
      utterance.onerror = () => setSpeaking(false);
      speechSynthesis.cancel();
      speechSynthesis.speak(utterance);
      setSpeaking(true);
    },
    stop: () => {
      speechSynthesis.cancel();
      setSpeaking(false);
    },
  };
}
