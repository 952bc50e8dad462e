// The scripts of the index and of the texts, loaded when first needed, since pages from a folder on disk may load nothing
// else.
window.duizhaoLoad = (() => {
  "use strict";
  const said = document.querySelector("[data-search]").dataset;
  const top = said.top.replace(/index\.html$/, "");
  const loads = new Map();

  // An error that says `unloaded` can be tried again: a script did not come, or it is not the one that was asked for.
  function unloaded(path) {
    loads.delete(path);
    return Object.assign(new Error(`could not load ${path}`), { unloaded: true });
  }
  function load(path) {
    if (!loads.has(path)) loads.set(path, loading(path));
    return loads.get(path);
  }
  function loading(path) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = top + path;
      script.addEventListener("load", () => {
        script.remove();
        resolve();
      });
      script.addEventListener("error", () => {
        script.remove();
        reject(unloaded(path));
      });
      document.head.append(script);
    });
  }

  // Of the index; its start comes with the page.
  async function part(name) {
    const path = `search/${name}.js`;
    if (!window.duizhaoIndex?.[name]) await load(path);
    if (!window.duizhaoIndex?.[name]) throw unloaded(path);
    return window.duizhaoIndex[name];
  }
  // Of a report: "text.zh" or "text.en", its blocks in a language, or "statements".
  async function textOf(report, name) {
    await load(`reports/${report.id}/${name}.js?v=${report.version}`);
    return window.duizhaoTexts[`${report.id}/${name}`];
  }
  const FIELDS = ["id", "number", "kind", "themes", "start", "end", "figures", "gloss", "scope", "caution"];
  async function statementsOf(report) {
    const rows = await textOf(report, "statements");
    return rows.map((row) => Object.fromEntries(FIELDS.map((field, n) => [field, row[n]])));
  }

  // What reads figures (search-figure.js), which few queries name.
  const figures = () => window.duizhaoFigure || load(said.figure.slice(top.length));

  return { part, figures, textOf, statementsOf };
})();
