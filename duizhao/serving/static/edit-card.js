// The card of what is proposed.
window.duizhaoEditCard = (() => {
  "use strict";
  const { made, chinese } = window.duizhaoServed;
  const words = window.duizhaoEditWords;
  const { called } = words;

  function button(name, key, act, enabled = true, text = "") {
    const node = made("button", { type: "button", className: "edit-button", disabled: !enabled });
    node.dataset.act = name;
    node.append(text || words[name], ...(key ? [" ", made("kbd", { textContent: key })] : []));
    node.addEventListener("click", act);
    return node;
  }

  // What the server says, in the page's language; what it knows in English only stands behind.
  function said(text) {
    if (!text || typeof text === "string") return [text || ""];
    if (!chinese) return [text.en];
    const more = text.more && made("span", { lang: "en", textContent: text.more });
    return [text.zh, ...(more ? [" ", more] : [])];
  }

  // A statement or promise in a line: its kind, its id, its report and its time; '' of words that are no statement.
  function about({ name, id, kind, title, time, entry }) {
    const report = title && (title[chinese ? "zh" : "en"] || title.zh);
    const state = entry && called("outcome", entry.evidence);
    return [called("kind", kind), id || name, report, time, state].filter(Boolean).join(" · ");
  }

  const themeName = (told, id) => (told.themes[id] && told.themes[id][chinese ? "zh" : "en"]) || id;

  function figure(measure) {
    const { operator, aspect, value, upper, unit, indicator } = measure;
    const read = [
      called("operator", operator),
      upper ? `${value}–${upper}` : value,
      unit,
      called("aspect", aspect),
      indicator && `→ ${indicator}`,
    ];
    return made(
      "li",
      {},
      made("b", { lang: "zh-Hans", textContent: measure.figure }),
      ` ${read.filter(Boolean).join(" ")}`,
    );
  }

  function rows(told, item) {
    const list = made("dl", {});
    const row = (name, value) => {
      if (value) list.append(made("dt", { textContent: words[name] }), made("dd", {}, value));
    };
    row("time", item.time && `${item.time} (${called("basis", item.basis) || "–"})`);
    row("modal", item.modal && `${item.modal} (${called("strength", item.strength)})`);
    row("themes", (item.themes || []).map((id) => themeName(told, id)).join(", "));
    row("prefix", item.prefix);
    row("suffix", item.suffix);
    row("measures", item.measures && item.measures.length ? made("ul", {}, ...item.measures.map(figure)) : "");
    row("confidence", item.confidence);
    return list;
  }

  function head(item) {
    const what = item.what === "statement" || item.what === "added" ? called("kind", item.kind) : words[item.what];
    const line = made("p", { className: "edit-kind" }, made("b", { textContent: what }));
    line.dataset.kind = item.kind || "";
    if (item.what === "added") line.append(` · ${words.added}`);
    if (item.reason) line.append(` · ${words.reasons[item.reason] || item.reason}`);
    return line;
  }

  return { about, button, head, rows, said, themeName };
})();
