// What the card shows of a suggestion: its words, what was read of them, and a button for each key.
window.duizhaoEditFace = (() => {
  "use strict";
  const { made } = window.duizhaoServed;
  const words = window.duizhaoEditWords;
  const entering = window.duizhaoEditEntryWords;
  const { button, head, rows } = window.duizhaoEditCard;
  const links = window.duizhaoEditLink;

  // Of a report that cannot be read.
  const NOTHING = {
    suggestions: [],
    statements: [],
    themes: {},
    promises: 0,
    left: { paragraphs: [], numbers: 0, suggestions: 0, links: 0 },
  };

  const around = (acts) => [
    button("reject", "r", acts.reject),
    button("previous", "k", () => acts.step(-1)),
    button("next", "j", () => acts.step(1)),
  ];

  function leftOf(told, acts) {
    const { paragraphs, numbers, suggestions, links: answers } = told.left;
    const left = [words.paragraphs(paragraphs.length), words.numbers(numbers), words.suggestions(suggestions)];
    if (answers) left.push(words.links(answers));
    const line = made("p", { className: "edit-left" }, made("span", { textContent: left.join(" · ") }));
    line.append(button("unread", "g", acts.unread, paragraphs.length > 0));
    line.append(button("follow", "f", acts.follow, told.promises > 0, entering.follow));
    line.append(button("undo", "u", acts.undo, Boolean(told.undo)));
    return line;
  }

  function linkFace(item, acts) {
    const accept = button("accept", "a", acts.accept, links.isReady(item));
    return [head(item), ...links.nodes(item), links.choices(item, acts.edit), made("p", {}, accept, ...around(acts))];
  }

  // Above a form the words stay in sight that it is about, where it has no field for them.
  function formFace(item, form) {
    if (item.what === "entry") return [made("p", { className: "edit-kind" }, made("b", {}, entering.entry)), form];
    return item.what === "link" ? [head(item), links.pairOf(item), form] : [head(item), form];
  }

  function faceOf(told, item, acts) {
    if (!item)
      return [
        made(
          "p",
          { textContent: words.none },
          button("next", "j", () => acts.step(1)),
        ),
      ];
    if (item.what === "link") return linkFace(item, acts);
    const quote = item.what === "number" ? item.name : item.quote;
    const nodes = quote ? [made("blockquote", { lang: "zh-Hans", textContent: quote })] : [];
    const buttons = [button("accept", "a", acts.accept)];
    if (item.what === "statement") buttons.push(button("edit", "e", () => acts.edit()));
    return [head(item), ...nodes, rows(told, item), made("p", {}, ...buttons, ...around(acts))];
  }

  return { NOTHING, faceOf, formFace, leftOf };
})();
