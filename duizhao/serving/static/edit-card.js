// The card of what is proposed, and the form in which it is changed before it is written.
window.duizhaoEditCard = (() => {
  "use strict";
  const { made, chinese } = window.duizhaoServed;
  const words = window.duizhaoEditWords;

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
    const read = [operator, upper ? `${value}–${upper}` : value, unit, aspect, indicator && `→ ${indicator}`];
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
    row("time", item.time && `${item.time} (${words.basis}: ${words.bases[item.basis] || "–"})`);
    row("modal", item.modal && `${item.modal} (${item.strength})`);
    row("themes", (item.themes || []).map((id) => themeName(told, id)).join(", "));
    row("prefix", item.prefix);
    row("suffix", item.suffix);
    row("measures", item.measures && item.measures.length ? made("ul", {}, ...item.measures.map(figure)) : "");
    row("confidence", item.confidence);
    return list;
  }

  function head(item) {
    const what = item.what === "statement" || item.what === "added" ? words.kinds[item.kind] : words[item.what];
    const line = made("p", { className: "edit-kind" }, made("b", { textContent: what }));
    line.dataset.kind = item.kind || "";
    if (item.what === "added") line.append(` · ${words.added}`);
    if (item.reason) line.append(` · ${item.reason}`);
    return line;
  }

  function field(name, control, value) {
    control.name = name;
    control.value = value;
    return made("label", {}, made("span", { textContent: words[name] }), control);
  }

  function choice(values, names) {
    return made("select", {}, ...values.map((value) => made("option", { value, textContent: names[value] || value })));
  }

  // What the form says where it says something else than was proposed: all else stays as it was read.
  function changes(form, item) {
    const said = Object.fromEntries(
      [...form.elements].filter(({ name }) => name).map(({ name, value }) => [name, value]),
    );
    const was = { ...item, themes: item.themes.join(" "), gloss: "" };
    const other = Object.entries(said).filter(([name, value]) => value.trim() !== (was[name] || ""));
    const found = Object.fromEntries(other);
    if ("time" in found || "basis" in found) Object.assign(found, { time: said.time, basis: said.basis });
    if (item.what === "added") Object.assign(found, { kind: said.kind });
    return found;
  }

  function formOf(told, item, save, leave) {
    const form = made("form", { className: "edit-form" });
    const themes = made("input", { type: "text", autocomplete: "off" });
    const known = Object.keys(told.themes);
    form.append(
      field("kind", choice(told.kinds, words.kinds), item.kind),
      field("quote", made("textarea", { rows: 2, lang: "zh-Hans" }), item.quote),
      field("themes", themes, item.themes.join(" ")),
      made("small", { textContent: known.map((id) => `${id} ${themeName(told, id)}`).join(" · ") }),
      field("time", made("input", { type: "text" }), item.time),
      field("basis", choice(["", ...told.bases], words.bases), item.basis),
    );
    if (told.english) form.append(field("gloss", made("textarea", { rows: 2 }), ""));
    form.append(
      made(
        "p",
        {},
        made("button", { className: "edit-button", textContent: words.save }),
        button("leave", "Esc", leave),
      ),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      save(changes(form, item));
    });
    return form;
  }

  return { button, head, rows, formOf };
})();
