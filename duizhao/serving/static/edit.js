// Editing a report on its page while it is served: what waits, one after the other, accepted, changed, refused, added.
(() => {
  "use strict";
  const served = window.duizhaoServed;
  const words = window.duizhaoEditWords;
  const marks = window.duizhaoEditMarks;
  const cards = window.duizhaoEditCard;
  const wishes = window.duizhaoEditWish;
  if (!document.querySelector("article.text") || !wishes.report) return;
  const KEPT = "duizhao-edit-at";
  const { made } = served;
  const bar = made("aside", { className: "edit-bar" });
  document.body.append(bar);
  document.body.dataset.edited = "";
  const NOTHING = { suggestions: [], statements: [], themes: {}, left: { paragraphs: [], numbers: 0, suggestions: 0 } };
  let told = null;
  let current = null;
  let form = null;
  let message = "";
  served.busyWhile(() => form !== null || wishes.isUnderWay());

  const isHere = (place) => document.getElementById(place.block) !== null;
  const waiting = () => told.suggestions.filter(isHere);
  const isSame = (one, other) => one.name === other.name && one.what === other.what;

  function draw() {
    marks.draw("suggested", waiting());
    marks.draw(
      "taken",
      told.statements.filter((one) => isHere(one) && !document.getElementById(one.id)),
    );
    marks.draw("current", current ? [current] : []);
    const { paragraphs, numbers, suggestions } = told.left;
    const left = [words.paragraphs(paragraphs.length), words.numbers(numbers), words.suggestions(suggestions)];
    const line = made("p", { className: "edit-left" }, made("span", { textContent: left.join(" · ") }));
    line.append(cards.button("unread", "g", unread, paragraphs.length > 0));
    line.append(cards.button("undo", "u", undo, Boolean(told.undo)));
    const said = made("p", { className: "edit-said", role: "status", textContent: told.error || message });
    if (!form || form.parentElement !== bar) return bar.replaceChildren(line, said, ...shown());
    bar.children[0].replaceWith(line); // who types in the form stays there
    return bar.children[1].replaceWith(said);
  }

  function shown() {
    if (form) return [cards.head(current), form];
    if (!current)
      return [
        made(
          "p",
          { textContent: words.none },
          cards.button("next", "j", () => step(1)),
        ),
      ];
    const quote = current.what === "number" ? current.name : current.quote;
    const nodes = quote ? [made("blockquote", { lang: "zh-Hans", textContent: quote })] : [];
    const acts = [cards.button("accept", "a", () => save({}))];
    if (current.what === "statement") acts.push(cards.button("edit", "e", edit));
    acts.push(cards.button("reject", "r", reject));
    acts.push(
      cards.button("previous", "k", () => step(-1)),
      cards.button("next", "j", () => step(1)),
    );
    return [cards.head(current), ...nodes, cards.rows(told, current), made("p", {}, ...acts)];
  }

  function go(item) {
    current = item || null;
    form = null;
    if (current) marks.reveal(current);
    sessionStorage.setItem(KEPT, JSON.stringify([wishes.report, current ? current.name : "", message]));
    draw();
    served.renew();
  }

  function step(by) {
    const all = waiting();
    const at = all.findIndex((one) => current && isSame(one, current));
    message = "";
    if (all.length) go(all[(at < 0 ? Math.min(by - 1, 0) : at + by) % all.length] || all.at(-1));
  }

  function unread() {
    const blocks = told.left.paragraphs.map((id) => document.getElementById(id)).filter(Boolean);
    const below = blocks.find((block) => block.getBoundingClientRect().top > 130) || blocks[0];
    if (below) scrollTo({ top: scrollY + below.getBoundingClientRect().top - 120, behavior: "instant" });
  }

  function wish(act, fields) {
    if (told.error || !wishes.make(act, fields, told.known)) return;
    message = words.waiting;
    draw();
  }

  function save(fields) {
    const { name, block, start, end } = current;
    if (current.what === "added") wish("add", { block, start, end, ...fields });
    else wish("accept", { name, ...fields });
  }

  const reject = () => wish("reject", { name: current.name });
  const undo = () => wish("undo", {});
  const leave = () => go(current && current.what === "added" ? null : current);

  function edit() {
    form = cards.formOf(told, current, save, leave);
    draw();
    form.elements.themes.focus();
  }

  served.edited = (news) => {
    const mine = wishes.isAnswer(news.act);
    if (news.act && !mine) return;
    const before = current && told.suggestions.findIndex((one) => isSame(one, current));
    const first = told === null;
    told = { ...NOTHING, ...news };
    if (mine) message = news.done ? `${words.wrote}: ${news.said}` : news.said;
    if (form && !(mine && news.done)) {
      draw(); // what is being written stays
    } else if (mine && !news.done && current && current.what === "statement" && !current.themes.length) {
      edit(); // it lacks what only a person can say
    } else {
      if (first) message = JSON.parse(sessionStorage.getItem(KEPT) || "[]")[2] || "";
      const name = first ? JSON.parse(sessionStorage.getItem(KEPT) || "[]") : [wishes.report, current && current.name];
      const stays = name[0] === wishes.report && waiting().find((one) => one.name === name[1]);
      go(stays || (mine && news.done && before >= 0 ? waiting()[Math.min(before, waiting().length - 1)] : null));
    }
  };

  served.proposed = (item) => {
    message = item.error || "";
    if (item.error) return draw();
    current = item;
    return edit();
  };

  window.duizhaoEdit = {
    bar,
    keys: { j: () => step(1), k: () => step(-1), g: unread, u: undo },
    cardKeys: { a: () => save({}), e: () => current.what === "statement" && edit(), r: reject },
    isReady: () => told !== null,
    hasCard: () => current !== null && form === null,
    isEditing: () => form !== null,
    leave,
    code: () => wishes.proposal(marks.selected()),
    go,
    waiting,
  };
  wishes.state();
  served.hearers.push(() => wishes.isUnderWay() || wishes.state());
})();
