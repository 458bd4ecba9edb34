/** How a command speaks with Bottega: through the running server, or through its own when none runs. */
export type ApiClient = {
  request(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
};
