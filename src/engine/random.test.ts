import { describe, expect, it } from 'vitest';
import { random, xoshiro128 } from './random.ts';

describe('random', () => {
  it('follows the published sequence of xoshiro128** 1.1 for the state 1, 2, 3, 4', () => {
    const bits = xoshiro128([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, bits)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it('repeats itself for a seed and differs for another', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, random(seed).bits);
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('draws uniform and normal numbers with the right mean and spread', () => {
    const { uniform, normal } = random(3);
    const n = 20_000;
    const uniforms = Array.from({ length: n }, uniform);
    const normals = Array.from({ length: n }, normal);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / n;
    expect(mean(uniforms)).toBeCloseTo(0.5, 1);
    expect(Math.min(...uniforms)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...uniforms)).toBeLessThan(1);
    expect(Math.abs(mean(normals))).toBeLessThan(0.03);
    expect(mean(normals.map((value) => value * value))).toBeCloseTo(1, 1);
  });

  it('draws below a count evenly', () => {
    const { below } = random(5);
    const seen = new Array<number>(6).fill(0);
    for (let draw = 0; draw < 6000; draw += 1) {
      const side = below(6);
      seen[side] = (seen[side] ?? 0) + 1;
    }
    for (const count of seen) expect(Math.abs(count - 1000)).toBeLessThan(130);
  });
});
