import type { FactPorts } from '../../platform/facts/fact-routes.ts';
import type { MediaPorts } from '../../platform/media/keep-media.ts';

/** The facts, and the folder of the bytes that they name. */
export type EvidencePorts = FactPorts & MediaPorts;
