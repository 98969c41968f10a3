import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, fromOklch, toOklch } from '../../src/theme/colour.ts';
import { mapScale, PAPER, readableOn, themeStylesheet } from '../../src/theme/theme.ts';

const colour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`);
const modes = ['light', 'dark'] as const;

describe('the colours of a jurisdiction', () => {
  it('survive the way to OKLCH and back', () => {
    fc.assert(
      fc.property(colour, (hex) => {
        const back = fromOklch(toOklch(hex));
        for (const at of [1, 3, 5]) {
          const channel = (text: string): number => Number.parseInt(text.slice(at, at + 2), 16);
          expect(Math.abs(channel(back) - channel(hex))).toBeLessThanOrEqual(3);
        }
      }),
    );
  });

  it('are readable as text on the paper of both modes, whatever the pack says', () => {
    fc.assert(
      fc.property(colour, fc.constantFrom(...modes), (hex, mode) => {
        expect(contrast(PAPER[mode], readableOn(mode, hex))).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('are left alone where they are readable already', () => {
    expect(readableOn('light', '#1f5c3a')).toBe('#1f5c3a');
  });

  it('refuse what is no colour', () => {
    expect(() => toOklch('green')).toThrow(RangeError);
  });
});

describe('the scale of the map', () => {
  it('grows away from the paper in clear steps, in both modes', () => {
    fc.assert(
      fc.property(colour, fc.constantFrom(...modes), (hex, mode) => {
        const lightness = mapScale(mode, hex).map((step) => toOklch(step).lightness);
        expect(lightness).toHaveLength(5);
        for (const [index, value] of lightness.entries()) {
          const before = lightness[index - 1];
          if (before !== undefined)
            expect(mode === 'light' ? before - value : value - before).toBeGreaterThan(0.1);
        }
      }),
    );
  });

  it('is in the stylesheet for light, dark and paper', () => {
    const css = themeStylesheet({ accent: '#1f5c3a', signal: '#8f5400' });
    expect(css.match(/--map-5:#[\da-f]{6}/g)).toHaveLength(3);
    expect(css).toContain('prefers-color-scheme:dark');
  });
});
