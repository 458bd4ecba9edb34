import { describe, expect, it } from 'vitest';
import { svgFault } from './svg-fault.ts';

const drawing = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3">${inside}</svg>`;

describe('a drawing', () => {
  it.each([
    drawing('<path d="M0 0L4 3"/>'),
    `<?xml version="1.0"?>\n<!-- a line -->\n${drawing('<path d="M0 0L4 3"/>')}`,
    drawing('<clipPath id="h"><path d="M0 0h4v3z"/></clipPath><g clip-path="url(#h)"><circle r="2"/></g>'),
    drawing('<text>once</text>'),
  ])('that only draws is taken (%#)', (text) => expect(svgFault(text)).toBeNull());

  it.each([
    ['<p>no drawing</p>', 'begins with'],
    ['{"svg": true}', 'begins with'],
    [drawing('<script>alert(1)</script>'), 'a script'],
    [drawing('<path onload="alert(1)"/>'), 'a script'],
    [drawing('<a href="javascript:alert(1)"><path/></a>'), 'a script'],
    [drawing('<foreignObject><p/></foreignObject>'), 'more than lines'],
    [drawing('<image href="#a"/>'), 'more than lines'],
    [drawing('<a href="https://example.org"><path/></a>'), 'outside'],
    [drawing('<a xlink:href= "//example.org"><path/></a>'), 'outside'],
    [drawing('<path fill="url(https://example.org/a#b)"/>'), 'outside'],
    [drawing('<style>@import "a.css";</style>'), 'outside'],
    [`<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "b">]>${drawing('')}`, 'begins with'],
    [drawing('<!ENTITY a "b">'), 'entities'],
  ])('that is none, or does more, is refused (%#)', (text, said) => {
    expect(svgFault(text)).toContain(said);
  });
});
