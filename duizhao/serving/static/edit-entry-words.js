// The words of the form in which a follow-up is entered that nobody proposed.
window.duizhaoEditEntryWords = (() => {
  "use strict";
  const english = {
    entry: "A follow-up of your own",
    follow: "New follow-up",
    add: "Add to the later words",
    none: "No earlier report of the district has a target or task that is coded.",
    promise: "Promise",
    promiseBy: "its words, or its id",
    later: "Later words",
    laterBy: "words of this report, or the id of a statement; or select words in the text",
    en: "In English",
    outcome: "Outcome",
    searched: "Words searched for",
    between: "with commas between them",
    take: "Take away",
    found: (n) => (n === 1 ? "1 found" : `${n} found`),
    nothing: "Nothing is found. Type other words of it, or its id.",
    unmarked: "words that no statement marks",
    written: "Written of it so far",
    anew: "What you save takes its place.",
    unfinished: "Choose one of what is found, or empty the field.",
  };
  const chinese = {
    entry: "自行录入查对结果",
    follow: "录入查对",
    add: "列为后来的文字",
    none: "本区较早的报告还没有标注目标或任务。",
    promise: "承诺",
    promiseBy: "输入承诺中的文字，或其编号",
    later: "后来的文字",
    laterBy: "输入本报告的原文或陈述编号，也可在文中选取",
    en: "英文",
    outcome: "查对结果",
    searched: "检索过的词",
    between: "各词之间用逗号或顿号隔开",
    take: "去掉",
    found: (n) => `找到${n}条`,
    nothing: "没有找到。请换用其中别的文字，或输入编号。",
    unmarked: "未标为陈述的文字",
    written: "已有的查对记录",
    anew: "保存后即取代原有内容。",
    unfinished: "请从找到的各条中选一条，或清空此栏。",
  };
  return window.duizhaoServed.chinese ? chinese : english;
})();
