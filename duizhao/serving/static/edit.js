// Editing a report on its page while it is served: what waits, one after the other, accepted, changed, refused, added.
(() => {
  "use strict";
  const served = window.duizhaoServed;
  const words = window.duizhaoEditWords;
  const marks = window.duizhaoEditMarks;
  const faces = window.duizhaoEditFace;
  const forms = window.duizhaoEditForm;
  const links = window.duizhaoEditLink;
  const wishes = window.duizhaoEditWish;
  const { keep, kept } = window.duizhaoEditKept;
  const { follow: begin } = window.duizhaoEditFollow;
  const focus = window.duizhaoEditFocus;
  const card = window.duizhaoEditCard;
  if (!document.querySelector("article.text") || !wishes.report) return;
  const { made } = served;
  const bar = made("aside", { className: "edit-bar" });
  document.body.append(bar);
  document.body.dataset.edited = "";
  let told = null;
  let current = null;
  let form = null;
  let known = ""; // the files as they were when the form was opened
  let message = "";
  served.busyWhile(() => form !== null || wishes.isUnderWay());

  const isHere = (place) => document.getElementById(place.block) !== null;
  const waiting = () => told.suggestions.filter(isHere);
  const isSame = (one, other) => Boolean(one && other && one.shown && one.shown === other.shown);
  const again = (item) => told.suggestions.find((one) => isSame(one, item)); // under whatever name it has now

  function draw() {
    marks.show(waiting(), told.statements.filter(isHere), current);
    const line = faces.leftOf(told, { unread, undo, follow });
    const said = made("p", { className: "edit-said", role: "status" }, ...card.said(told.error || message));
    const isTyped = form && form.parentElement === bar; // who types in the form stays there
    focus.fill(bar, [line, said], isTyped ? null : shown());
  }

  const shown = () => (form ? faces.formFace(current, form) : faces.faceOf(told, current, acts));

  function go(item) {
    current = item || null;
    form = null;
    if (current) marks.reveal(current);
    keep(wishes.report, current ? current.shown : "", message);
    draw();
    served.renew();
  }

  function step(by) {
    const all = waiting();
    const at = all.findIndex((one) => isSame(one, current));
    message = "";
    if (all.length) go(all[(at < 0 ? Math.min(by - 1, 0) : at + by) % all.length] || all.at(-1));
  }

  const unread = () => marks.goBelow(told.left.paragraphs);

  function wish(act, fields) {
    if (told.error || !wishes.make(act, fields, form ? known : told.known)) return;
    message = words.waiting;
    draw();
  }

  const save = () => wish(...forms.wishOf(current, form));

  const accept = () => (current.what === "link" ? edit() : save());
  const reject = () => wish("reject", forms.named(current));
  const acts = { accept, edit, reject, step };
  const undo = () => wish("undo", {});
  const leave = () => go(again(current));
  const isEntering = () => form !== null && current.what === "entry";

  // A paragraph and a number are taken as they are; a follow-up can be when both of its ends are coded.
  function edit(evidence = "") {
    const isLink = current.what === "link";
    if (!(isLink ? links.isReady(current) : current.measures || current.what === "entry")) return;
    form = forms.formOf(told, current, save, leave, evidence);
    ({ known } = told);
    draw();
    const first = evidence ? form.querySelector("textarea") : form.elements.evidence;
    (isLink ? first : form.elements.themes || form.elements.promise).focus();
  }

  function open(item) {
    current = item;
    message = "";
    edit();
  }

  function tell(error) {
    message = error;
    draw();
  }

  function follow() {
    if (!told.promises || (form && !isEntering())) return;
    begin(form, (later) => open({ what: "entry", name: "", later }), tell);
  }

  served.edited = (news) => {
    const mine = wishes.isAnswer(news.act);
    if (news.act && !mine) return;
    const before = current ? told.suggestions.findIndex((one) => isSame(one, current)) : -1;
    const first = told === null;
    told = { ...faces.NOTHING, ...news };
    words.learn(told);
    if (mine) message = news.done ? words.wrote + card.said(news.said)[0] : news.said;
    const lacks = mine && !news.done && news.field === "themes" && current && current.what === "statement";
    if (!form && lacks) edit(); // it lacks what only a person can say
    if (form && !(mine && news.done)) {
      current = again(current) || current;
      if (mine && news.field === "known") ({ known } = told); // who is told so may send it again
      if (mine && forms.wrong(form, news.field, news.said)) message = "";
      draw(); // what is being written stays
    } else {
      const last = first ? kept() : { ...current, report: wishes.report, message };
      message = last.message;
      const stays = last.report === wishes.report && waiting().find((one) => isSame(one, last));
      go(stays || (mine && news.done && before >= 0 ? waiting()[Math.min(before, waiting().length - 1)] : null));
      if (first) focus.putBack(bar);
    }
  };

  served.proposed = (item) => (item.error ? tell(item.error) : open(item));

  window.duizhaoEdit = {
    bar,
    keys: { j: () => step(1), k: () => step(-1), g: unread, u: undo, f: follow },
    follow,
    isEntering,
    hasPromises: () => told.promises > 0,
    cardKey: (key) => {
      const evidence = current.what === "link" && words.codesOf("evidence")[key - 1];
      if (evidence) return () => edit(evidence[0]);
      return { a: accept, e: () => edit(), r: reject }[key];
    },
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
