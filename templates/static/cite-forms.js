// The forms of citations with their gaps filled: what the build made, the words of the statement from the text itself, and
// the day of access. Which forms there are, and how each writes the signs of what is put into it, is data.
window.duizhaoForms = (() => {
  "use strict";
  const { report, today, forms } = document.getElementById("cite-dialog").dataset;
  const data = (name) => window.duizhaoTexts[`${report}/${name}`];
  const citing = JSON.parse(forms);

  function placeOf(block) {
    return block.startsWith("p") ? citing.words.paragraph.replace("{n}", block.slice(1)) : citing.words.heading;
  }
  // What is put into the gaps: of a statement, of a paragraph by its own id, or of the report.
  function valuesOf(id) {
    const values = { id, today, day: today.split("-").map(Number).join(", ") };
    if (!id) return values;
    const row = data("statements").find(([own]) => own === id);
    const block = row ? data("text.zh").blocks[row[1]] : [id];
    values.place = placeOf(block[0]);
    if (row) {
      values.kind = row[2];
      values.quote = [...block[1]].slice(row[4], row[5]).join("");
      values.gloss = row[7];
    }
    return values;
  }
  function filled({ parts, signs }, values) {
    const written = (text) => [...text].map((sign) => (Object.hasOwn(signs, sign) ? signs[sign] : sign)).join("");
    const told = (part) => {
      if (typeof part === "string") return part;
      const [name, before = "", after = ""] = part;
      return values[name] ? before + written(values[name]) + after : "";
    };
    return parts.map(told).join("");
  }
  return { citing, filled, report, valuesOf };
})();
