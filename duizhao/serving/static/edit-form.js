// The form in which what is proposed is changed before it is written, and what is wrong said at its field.
window.duizhaoEditForm = (() => {
  "use strict";
  const { made } = window.duizhaoServed;
  const words = window.duizhaoEditWords;
  const { button, said, themeName } = window.duizhaoEditCard;
  const figures = window.duizhaoEditFigures;
  const links = window.duizhaoEditLink;
  const entries = window.duizhaoEditEnter;
  const { choice } = figures;
  const WRONG = "edit-wrong";

  function field(name, control, value) {
    control.name = name;
    control.value = value;
    return made("label", {}, made("span", { textContent: words[name] }), control);
  }

  // What the form says where it says something else than was proposed: all else stays as it was read.
  function changes(form, item) {
    const own = [...form.elements].filter(({ name, dataset }) => name && !dataset.key);
    const given = Object.fromEntries(own.map(({ name, value }) => [name, value]));
    if (item.what === "link") return given;
    const was = { ...item, themes: item.themes.join(" "), gloss: "" };
    const other = Object.entries(given).filter(([name, value]) => value.trim() !== (was[name] || ""));
    const found = Object.fromEntries(other);
    if ("time" in found || "basis" in found) Object.assign(found, { time: given.time, basis: given.basis });
    if (item.what === "added") Object.assign(found, { kind: given.kind, themes: given.themes });
    return Object.assign(found, figures.said(form, item.measures));
  }

  // By what the server knows an item again, and which words it was shown with.
  const named = ({ name, block, shown }) => ({ name, block, shown });

  // What is asked for where the form of an item is saved: the act, and what the server must know.
  function wishOf(item, form) {
    if (item.what === "entry") return ["follow", entries.saidIn(form)];
    const { start, end } = item;
    const fields = { ...named(item), ...(form ? changes(form, item) : {}) };
    return item.what === "added" ? ["add", { start, end, ...fields }] : ["accept", fields];
  }

  // Their ids are typed, or added by their names.
  function themesOf(told, item) {
    const input = made("input", { type: "text", autocomplete: "off" });
    const known = Object.keys(told.themes).map((id) => [id, themeName(told, id)]);
    const more = choice([["", words.theme], ...known]);
    more.ariaLabel = words.theme;
    more.addEventListener("change", () => {
      if (!input.value.split(/\s+/).includes(more.value)) input.value = `${input.value} ${more.value}`.trim();
      more.value = "";
    });
    const label = field("themes", input, item.themes.join(" "));
    label.append(more);
    return label;
  }

  function statementFields(told, item) {
    return [
      field("kind", choice(words.codesOf("kind")), item.kind),
      field("quote", made("textarea", { rows: 2, lang: "zh-Hans" }), item.quote),
      themesOf(told, item),
      field("time", made("input", { type: "text" }), item.time),
      field("basis", choice([["", ""], ...words.codesOf("basis")]), item.basis),
      ...(told.languages.includes("en") ? [field("gloss", made("textarea", { rows: 2, lang: "en" }), "")] : []),
      figures.figuresOf(told, item.measures),
    ];
  }

  // A line of a text area ends with the form: all that is written stands in one line.
  function sendsWithEnter(event) {
    const isArea = event.target.tagName === "TEXTAREA" && event.key === "Enter" && !event.shiftKey;
    if (!isArea || event.isComposing) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  }

  function formOf(told, item, save, leave, evidence = "") {
    const form = made("form", { className: "edit-form" });
    if (item.what === "entry") entries.fill(form, told, item);
    else if (item.what === "link") form.append(...links.fieldsOf(told, item, evidence, field));
    else form.append(...statementFields(told, item));
    form.append(
      made(
        "p",
        {},
        made("button", { className: "edit-button", textContent: words.save }),
        button("leave", "Esc", leave),
      ),
    );
    form.addEventListener("keydown", sendsWithEnter);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      right(form);
      if (item.what !== "entry" || !wrong(form, "later", entries.unfinished(form))) save();
    });
    return form;
  }

  function right(form) {
    for (const note of form.querySelectorAll(`.${WRONG}`)) note.remove();
    for (const control of form.querySelectorAll("[aria-invalid]")) {
      control.removeAttribute("aria-invalid");
      control.removeAttribute("aria-describedby");
    }
  }

  const longest = (form) =>
    [...form.elements].reduce((one, other) => (other.name && other.value.length > one.value.length ? other : one));

  // Says beside a field what is wrong with it; false where the form has no such field.
  function wrong(form, name, text) {
    const control = name && text && (name === "longest" ? longest(form) : form.elements[name]);
    if (!control) return false;
    right(form);
    control.after(made("small", { className: WRONG, id: WRONG, role: "alert" }, ...said(text)));
    control.setAttribute("aria-invalid", "true");
    control.setAttribute("aria-describedby", WRONG);
    control.focus({ preventScroll: true });
    control.closest("label").scrollIntoView({ block: "center", behavior: "instant" });
    return true;
  }

  return { formOf, named, wishOf, wrong };
})();
