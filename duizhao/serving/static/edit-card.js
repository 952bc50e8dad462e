// The card of what is proposed.
window.duizhaoEditCard = (() => {
  "use strict";
  const { made, chinese } = window.duizhaoServed;
  const words = window.duizhaoEditWords;
  const { called } = words;

  function button(name, key, act, enabled = true) {
    const node = made("button", { type: "button", className: "edit-button", disabled: !enabled });
    node.dataset.act = name;
    node.append(words[name], ...(key ? [" ", made("kbd", { textContent: key })] : []));
    node.addEventListener("click", act);
    return node;
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

  return { button, head, rows, themeName };
})();
