/** The look of the report: light and dark, and from the width of a telephone on. */
export const STYLE = `
:root { --paper: #fff; --ink: #1c1c1c; --line: #bbb; --soft: #f3f3f3; --mark: #ffe58a; --waits: #8a4b00; --refused: #a51d2d; --published: #1a5fb4; }
@media (prefers-color-scheme: dark) { :root { --paper: #141414; --ink: #eee; --line: #555; --soft: #222; --mark: #6b5200; --waits: #ffb866; --refused: #ff9aa5; --published: #99c1f1; } }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; background: var(--paper); color: var(--ink); }
main { max-inline-size: 100rem; margin-inline: auto; padding: 1.5rem clamp(1rem, 3vw, 2.5rem) 4rem; }
h2, li, dd { text-align: left; }
h1 { font-size: 1.5rem; line-height: 1.2; margin: 0; }
h1 + p { max-inline-size: 44rem; margin-block: .5rem 2rem; }
h2 { font-size: 1.15rem; line-height: 1.3; margin: 0; overflow-wrap: anywhere; }
h3 { font-size: .85rem; font-weight: 600; margin: 0 0 .4rem; overflow-wrap: anywhere; }
p { margin-block: .4rem; overflow-wrap: anywhere; }
article { border-block-start: 2px solid var(--line); padding-block: 1rem 1.75rem; }
.state { font-size: .8rem; font-weight: 700; letter-spacing: .04em; text-transform: uppercase; margin: 0 0 .2rem; }
.waits { color: var(--waits); } .refused { color: var(--refused); } .published { color: var(--published); }
.why { margin: .5rem 0; padding-inline-start: 1.2rem; font-weight: 600; overflow-wrap: anywhere; }
code { font: .85em/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
mark { background: var(--mark); color: inherit; padding-inline: .2em; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .1rem .8rem; margin: 0 0 .6rem; font-size: .9rem; }
dd { margin: 0; overflow-wrap: anywhere; }
summary { cursor: pointer; font-size: .9rem; inline-size: max-content; padding-block: .2rem; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 1.25rem; margin-block-start: .5rem; }
.columns > section { min-inline-size: 0; display: flex; flex-direction: column; }
pre, iframe { box-sizing: border-box; inline-size: 100%; border: 1px solid var(--line); border-radius: 4px; }
pre { max-block-size: 26rem; white-space: pre-wrap; overflow-wrap: anywhere; overflow: auto; font: inherit; font-size: .95rem; margin: 0; padding: .6rem .8rem; background: var(--soft); }
iframe { block-size: 26rem; resize: vertical; background: white; color-scheme: light; }
:focus-visible { outline: 2px solid var(--published); outline-offset: 2px; }
@media (max-width: 40rem) { pre { max-block-size: 20rem; } iframe { block-size: 20rem; } }
`;
