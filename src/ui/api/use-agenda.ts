import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Agenda } from '../../features/agenda/contract.ts';
import { overlayAgenda } from '../offline/overlay-agenda.ts';
import { usePending } from '../offline/use-pending.ts';
import { agendaQuery } from './queries.ts';

/** Places, answers to earlier plans, and pauses. Empty until home has answered or failed to: a plan holds without them. */
export function useAgenda(): { readonly agenda: Agenda; readonly isKnown: boolean } {
  const { data, error } = useQuery(agendaQuery);
  const pending = usePending();
  const agenda = useMemo(() => overlayAgenda(data, pending), [data, pending]);
  return { agenda, isKnown: data !== undefined || error !== null };
}
