/**
 * The style of the page: one column, readable from a phone to A4, colours with the contrast of WCAG 2.2 AA.
 *
 * @module
 */

/** The whole style sheet; nothing in it points outside the page. */
export const pageStyle = `
:root{--ink:#1b2430;--soft:#4b5767;--line:#d5dbe3;--paper:#fff;--ground:#f3f5f8;
--good:#0b5a2a;--good-bg:#e4f4e9;--doubtful:#6a4500;--doubtful-bg:#fdf1d3;--bad:#8d1414;--bad-bg:#fde7e6}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 "Segoe UI",system-ui,Roboto,"Noto Sans","DejaVu Sans",Arial,sans-serif}
main{max-width:52rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1{font-size:1.05rem;margin:0 0 .25rem;font-weight:600;color:var(--soft)}
h2{font-size:1.2rem;margin:0;line-height:1.3}
h3{font-size:1rem;margin:1.25rem 0 .5rem}
section>h3:first-child{margin-top:0}
.file{font-size:1.25rem;font-weight:700;overflow-wrap:anywhere;margin:0 0 1rem}
.verdict{border-radius:.75rem;padding:1.1rem 1.25rem;display:flex;gap:1rem;align-items:center;border:2px solid currentColor}
.verdict p{margin:0;font-size:1.35rem;line-height:1.35;font-weight:700}
.verdict small{display:block;font-size:.95rem;font-weight:400;margin-top:.25rem}
.sign{flex:none;width:3rem;height:3rem;border-radius:50%;background:currentColor;display:grid;place-items:center}
.sign b{color:#fff;font-size:1.7rem;line-height:1}
.good{color:var(--good);background:var(--good-bg)}
.doubtful{color:var(--doubtful);background:var(--doubtful-bg)}
.bad{color:var(--bad);background:var(--bad-bg)}
section{background:var(--paper);border:1px solid var(--line);border-radius:.75rem;padding:1.25rem;margin-top:1.25rem}
.head{display:flex;flex-wrap:wrap;gap:.5rem 1rem;justify-content:space-between;align-items:baseline}
.chip{border-radius:1rem;padding:.1rem .75rem;font-size:.85rem;font-weight:600;white-space:nowrap}
.lead{margin:.5rem 0 1rem;font-weight:600}
dl{display:grid;grid-template-columns:minmax(9rem,14rem) 1fr;gap:.4rem 1rem;margin:0}
dt{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere}
ul{margin:0;padding:0;list-style:none}
li{padding:.45rem .75rem;border-left:4px solid currentColor;margin-top:.4rem;border-radius:0 .4rem .4rem 0}
li small{display:block;color:var(--soft);overflow-wrap:anywhere}
li.good small,li.bad small,li.doubtful small{color:inherit}
.plain{color:var(--ink);background:var(--ground);border-left-color:var(--soft)}
.maps{display:flex;flex-wrap:wrap;gap:1rem}
figure{margin:0;width:14rem}
figure svg{display:block;width:100%;max-height:20rem;background:var(--ground);border-radius:.25rem}
figcaption{font-size:.85rem;color:var(--soft);margin-top:.25rem}
.page{fill:#fff;stroke:#7c8796;stroke-width:2}
.page.unplaced{stroke:#8d1414;stroke-width:6;stroke-dasharray:18 10}
.mark rect{fill:#8d1414;fill-opacity:.18;stroke:#8d1414;stroke-width:3}
.mark text{fill:#8d1414;font-weight:700;paint-order:stroke;stroke:#fff;stroke-width:6;text-anchor:middle;dominant-baseline:central}
.mark.form-filling rect{fill:#174a8c;stroke:#174a8c}.mark.form-filling text{fill:#174a8c}
.mark.annotations rect{fill:#6a4500;stroke:#6a4500}.mark.annotations text{fill:#6a4500}
.mark.lta-updates rect{fill:#4b5767;stroke:#4b5767}
details{margin-top:1rem}
summary{cursor:pointer;color:#174a8c;font-weight:600}
summary:focus-visible{outline:3px solid #174a8c;outline-offset:2px}
footer{color:var(--soft);font-size:.9rem;margin-top:1.5rem;overflow-wrap:anywhere}
@media(max-width:34rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.6rem}.verdict p{font-size:1.15rem}}
@media print{body{background:#fff;font-size:11pt}figure{width:9rem}figure svg{max-height:13rem}main{max-width:none;padding:0}.verdict,dl,li,figure{break-inside:avoid}h2,h3{break-after:avoid}
section{border-color:#999}details:not([open]){display:none}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
@page{size:A4;margin:16mm}
`
