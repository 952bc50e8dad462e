// The words of a statement that is cited, from data: the page may have been translated, or marked by the browser.
window.duizhaoQuoted = (() => {
  "use strict";
  const source = document.getElementById("citation");
  const report = JSON.parse(source.textContent);

  // The scripts of a report's text and statements, which the search reads too, are loaded when they are first asked for.
  const loads = {};
  function loaded(name) {
    loads[name] ||= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${source.dataset[name]}?v=${report.version}`;
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => {
        delete loads[name]; // to be tried again
        reject(new Error(name));
      });
      document.head.append(script);
    });
    return loads[name];
  }
  // The paragraph and the words of a statement; of a page whose scripts cannot be had, the words that it shows.
  return async function quoted(card) {
    try {
      await Promise.all([loaded("text"), loaded("statements")]);
    } catch {
      const shown = card.querySelector(":scope > p[lang=zh-Hans]").textContent;
      return [card.querySelector(".close").hash.slice(1), shown];
    }
    const { [`${report.id}/text.zh`]: text, [`${report.id}/statements`]: rows } = window.duizhaoTexts;
    const [, number, , , start, end] = rows.find(([id]) => id === card.id);
    const [block, wording] = text.blocks[number];
    return [block, [...wording].slice(start, end).join("")];
  };
})();
