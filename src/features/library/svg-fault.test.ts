import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
    drawing('<text xml:space="preserve"><tspan x="1">on = off</tspan></text>'),
    drawing('<style>path{stroke:#000}</style><path style="fill:none" d="M0 0"/>'),
    drawing('<defs><linearGradient id="g"><stop offset="1"/></linearGradient></defs><!--b-->'),
  ])('that only draws is taken (%#)', (text) => expect(svgFault(text)).toBeNull());

  it('of the library is taken, whichever it is', () => {
    const folder = join(import.meta.dirname, '../../../library/media');
    const names = readdirSync(folder).filter((name) => name.endsWith('.svg'));
    expect(names.length).toBeGreaterThan(20);
    for (const name of names)
      expect([name, svgFault(readFileSync(join(folder, name), 'utf8'))]).toEqual([name, null]);
  });

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
    [
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:s="http://www.w3.org/2000/svg"><s:script>alert(1)</s:script></svg>',
      'more than lines',
    ],
    [drawing('<g/onclick="alert(1)"/>'), 'a script'],
    [drawing('<path d="M0 0"onclick="alert(1)"/>'), 'a script'],
    [drawing('<h:iframe srcdoc="&lt;script>alert(1)&lt;/script>"/>'), 'more than lines'],
    [drawing('<style>a{background:\\75rl(http://x/y)}</style>'), 'backslash'],
    [drawing('<path style="background:\\75rl(http://x/y)"/>'), 'backslash'],
    [drawing("<path style = 'background:\\75rl(http://x/y)'/>"), 'backslash'],
    [drawing('<path style="background:&#92;75rl(http://x/y)"/>'), 'backslash'],
    [drawing('<path fill="&#117;rl(http://x/y)"/>'), 'the number of a character'],
    [drawing('<style>a{background:image-set("http://x/y" 1x)}</style>'), 'outside'],
    [`<?xml version="1.0" encoding="UTF-7"?>${drawing('')}`, 'not in UTF-8'],
    [drawing('<html/>'), 'more than lines'],
    [drawing('<?xml-stylesheet href="#a"?>'), 'more than lines'],
    [drawing('<![CDATA[<g/>]]>'), 'more than lines'],
  ])('that is none, or does more, is refused (%#)', (text, said) => {
    expect(svgFault(text)).toContain(said);
  });
});
