import type { z } from 'zod';
import { Problem } from '../contract.ts';
import { oneLine } from './print.ts';
import { CommandFault } from './run-command.ts';

/** A wrong call, as everywhere on the command line. */
export const WRONG_CALL = 2;

/** The body of an answer, checked; a refusal becomes the sentences that it was given with. */
export async function readAnswer<Schema extends z.ZodType>(
  response: Response,
  schema: Schema,
): Promise<z.output<Schema>> {
  if (!response.ok) throw await faultOf(response);
  const parsed = schema.safeParse(await response.json());
  if (!parsed.success) {
    throw new CommandFault(
      'The server answered in a way that this version does not know. Use the same version on both sides.',
    );
  }
  return parsed.data;
}

export async function faultOf(response: Response): Promise<CommandFault> {
  const problem = Problem.safeParse(await response.json().catch(() => undefined));
  if (!problem.success)
    return new CommandFault(`The server answered with ${response.status}, and not as Bottega does.`);
  const { title, detail, errors = [] } = problem.data;
  const lines = errors.map(({ pointer, message }) =>
    pointer === '' || pointer === '/file' ? `  ${message}` : `  ${pointer}: ${message}`,
  );
  const said = [detail === undefined ? title : `${title} ${detail}`, ...lines];
  return new CommandFault(said.map(oneLine).join('\n'));
}
