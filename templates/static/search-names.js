// What has a page by its name: the lists that the search page shows while nothing is asked, looked through as a query is
// typed.
window.duizhaoNames = (() => {
  "use strict";
  const { folded } = window.duizhaoFold;
  const { spans } = window.duizhaoQuery;
  const { element } = window.duizhaoDraw;
  const said = document.querySelector("[data-search]").dataset;

  const names = Array.from(document.querySelectorAll("#by-name .names li"), (item) => ({
    link: item.querySelector(".name"),
    group: item.closest("section").querySelector("h3").textContent,
    nodes: [...item.querySelectorAll(".name a, .name .zh, .remark > span")],
  }));
  const runOf = (node) => ({ folded: folded(node.textContent), english: !node.closest("[lang=zh-Hans]") });
  const holds = (run, phrase) => spans(run.folded, phrase, run.english).length > 0;
  const begins = (run, phrase) => run.folded.text.startsWith(phrase.text);

  // Those of which every phrase stands in one of the names, or begins it.
  function named(question, beginning) {
    const fits = beginning ? begins : holds;
    return names.filter((name) => {
      const runs = name.nodes.map(runOf);
      return question.phrases.every((phrase) => runs.some((run) => fits(run, phrase)));
    });
  }
  function itemOf(name) {
    const link = name.link.cloneNode(true);
    return element("li", "", ...link.childNodes, " ", element("span", "how", name.group));
  }
  function listOf(found) {
    return element("section", "named", element("h2", "", said.names), element("ul", "", ...found.map(itemOf)));
  }

  return { named, listOf };
})();
