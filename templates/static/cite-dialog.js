// The dialog of citations: a tab for each form, and what is copied.
window.duizhaoCite = (() => {
  "use strict";
  const { citing, filled, report, valuesOf } = window.duizhaoForms;
  const words = citing.words;
  const dialog = document.getElementById("cite-dialog");
  const formats = document.getElementById("cite-formats");

  // Pressed again while it says so, a button still knows what it said before.
  const labels = new Map();
  function copied(button) {
    const before = labels.get(button) || { text: button.textContent, wait: 0 };
    clearTimeout(before.wait);
    labels.set(button, before);
    button.textContent = words.copied;
    before.wait = setTimeout(() => {
      button.textContent = before.text;
      labels.delete(button);
    }, 1600);
  }
  // For a folder on disk, which has no clipboard of its own, and a reader who gives none away.
  function copyByHand(text, button) {
    const area = document.createElement("textarea");
    area.value = text;
    (dialog.open ? dialog : document.body).append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    button.focus({ preventScroll: true });
    if (done) copied(button);
  }
  function copy(text, button) {
    if (!navigator.clipboard || !window.isSecureContext) {
      copyByHand(text, button);
      return;
    }
    navigator.clipboard.writeText(text).then(
      () => copied(button),
      () => copyByHand(text, button),
    );
  }

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }
  function buttonOf(label, act) {
    const made = element("button", { type: "button", class: "go quiet" }, label);
    made.addEventListener("click", () => act(made));
    return made;
  }
  function copyable(form, values) {
    const text = filled(form, values);
    const box = element("pre", { tabindex: "0", translate: "no", "aria-label": form.name }, text);
    return [form.name, [box, buttonOf(words.copy, (pressed) => copy(text, pressed))]];
  }
  function picture(values) {
    const { drawing, files } = window.duizhaoPicture(values);
    const name = `${report}-${values.id}`;
    const saves = files.map(([kind, made]) =>
      buttonOf(words.download.replace("{kind}", kind), async () => {
        const link = element("a", { download: `${name}.${kind.toLowerCase()}` });
        link.href = URL.createObjectURL(await made());
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
      }),
    );
    return [words.picture, [drawing, element("p", { class: "saves" }, ...saves)]];
  }

  function choose(tabs, panels, at) {
    tabs.forEach((tab, number) => {
      tab.setAttribute("aria-selected", String(number === at));
      tab.tabIndex = number === at ? 0 : -1;
      panels[number].hidden = number !== at;
    });
  }
  const STEPS = { ArrowLeft: -1, ArrowRight: 1 };
  function lay(title, parts) {
    document.getElementById("cite-h").textContent = title;
    const tabs = parts.map(([name], at) =>
      element(
        "button",
        { type: "button", role: "tab", id: `cite-tab-${at}`, "aria-controls": `cite-panel-${at}` },
        name,
      ),
    );
    const panels = parts.map(([, made], at) =>
      element("section", { role: "tabpanel", id: `cite-panel-${at}`, "aria-labelledby": `cite-tab-${at}` }, ...made),
    );
    tabs.forEach((tab, at) => {
      tab.addEventListener("click", () => choose(tabs, panels, at));
      tab.addEventListener("keydown", (event) => {
        const by = STEPS[event.key];
        if (!by) return;
        event.preventDefault();
        const next = (at + by + tabs.length) % tabs.length;
        choose(tabs, panels, next);
        tabs[next].focus();
      });
    });
    formats.replaceChildren(element("div", { role: "tablist", "aria-labelledby": "cite-h" }, ...tabs), ...panels);
    choose(tabs, panels, 0);
  }

  return {
    show(what, id) {
      const values = valuesOf(id);
      if (what === "share") lay(words.share, [picture(values), copyable(citing.embed, values)]);
      else
        lay(
          words.title,
          (id ? citing.forms : citing.whole).map((form) => copyable(form, values)),
        );
    },
    copySelected(quote, block, pressed) {
      copy(filled(citing.selected, { ...valuesOf(block), quote }), pressed);
    },
  };
})();
