// Kept as one types, with a live preview. Without this file the form saves by its button.
(() => {
  "use strict";
  const form = document.querySelector("form[data-autosave]");
  if (!form) return;
  const saved = form.querySelector("[data-saved]"), preview = document.querySelector("[data-preview]");
  const revision = form.elements.revision, areas = [form.elements.body, form.elements.body_en];
  let timer = 0, busy = false, again = false, stopped = false, last = areas[0];
  const wait = 700;

  const save = async () => {
    if (stopped) return;
    if (busy) { again = true; return; }
    busy = true; saved.textContent = form.dataset.saving;
    try {
      const answer = await fetch(form.dataset.autosave, { method: "POST", body: new FormData(form), credentials: "same-origin", headers: { "HX-Request": "true" } });
      const text = await answer.text();
      if (answer.status === 409) { stopped = true; preview.innerHTML = text; saved.textContent = ""; preview.scrollIntoView({ block: "start" }); return; }
      if (answer.status === 400) { saved.textContent = text; return; }
      if (!answer.ok) throw new Error(answer.status);
      preview.innerHTML = text;
      const state = preview.querySelector("[data-revision]");
      revision.value = state.dataset.revision; saved.textContent = state.dataset.savedAt;
    } catch { saved.textContent = form.dataset.offline; }
    finally { busy = false; if (again) { again = false; save(); } }
  };
  areas.forEach(area => {
    area.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(save, wait); });
    area.addEventListener("focus", () => { last = area; });
  });
  form.addEventListener("submit", () => { clearTimeout(timer); stopped = true; });

  const picker = form.querySelector("[data-picker]"), words = picker.querySelector("input"), list = picker.querySelector("[data-picked]");
  let looking = 0;
  const look = async () => {
    const mine = ++looking, url = new URL(picker.dataset.picker, location.href);
    url.searchParams.set("q", words.value);
    const answer = await fetch(url, { credentials: "same-origin", headers: { "HX-Request": "true" } });
    if (answer.ok && mine === looking) list.innerHTML = await answer.text();
  };
  let delay = 0;
  words.addEventListener("input", () => { clearTimeout(delay); if (words.value.trim()) delay = setTimeout(look, 250); else list.replaceChildren(); });
  words.addEventListener("keydown", e => { if (e.key === "Enter") { e.preventDefault(); look(); } });
  list.addEventListener("click", e => {
    const one = e.target.closest("[data-insert]");
    if (!one) return;
    last.setRangeText(`{{ ${one.dataset.insert} }}`, last.selectionStart, last.selectionEnd, "end");
    last.focus();
    last.dispatchEvent(new Event("input", { bubbles: true }));
  });
})();
