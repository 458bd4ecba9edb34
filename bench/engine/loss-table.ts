/** Losses of every method, in the order in which they were added. */
export class LossTable {
  readonly byMethod = new Map<string, number[]>();

  add(method: string, loss: number): void {
    const losses = this.byMethod.get(method);
    if (losses === undefined) this.byMethod.set(method, [loss]);
    else losses.push(loss);
  }
}
