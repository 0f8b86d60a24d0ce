// Figures of a text opened beside it. Without this file a figure is a link to its page.
(() => {
  "use strict";
  const drawer = document.querySelector(".jw-read > .jw-drawer");
  if (!drawer) return;
  const rail = drawer.querySelector("[data-rail-body]"), body = drawer.querySelector("[data-figure-body]");
  const title = drawer.getAttribute("aria-label");
  let opener = null, asked = 0;

  const close = () => {
    body.hidden = true; rail.hidden = false; body.replaceChildren(); drawer.setAttribute("aria-label", title);
    if (innerWidth < 1200) drawer.hidden = true;
    if (opener) { opener.setAttribute("aria-expanded", "false"); opener.focus(); opener = null; }
  };
  const open = async door => {
    if (opener) opener.setAttribute("aria-expanded", "false");
    opener = door; door.setAttribute("aria-expanded", "true");
    const mine = ++asked, url = new URL(door.href);
    url.searchParams.set("drawer", "1");
    rail.hidden = true; body.hidden = false; drawer.hidden = false;
    const note = document.createElement("p"); note.className = "jw-2"; note.textContent = drawer.dataset.loading; body.replaceChildren(note);
    drawer.setAttribute("aria-label", door.textContent); drawer.focus();
    try {
      const answer = await fetch(url, { headers: { "HX-Request": "true" }, credentials: "same-origin" });
      if (!answer.ok) throw new Error(answer.status);
      const text = await answer.text();
      if (mine !== asked) return;
      body.innerHTML = text;
      drawer.scrollTop = 0;
      document.dispatchEvent(new CustomEvent("jw:fresh", { detail: body }));
    } catch {
      const link = document.createElement("a"); link.href = door.href; link.textContent = drawer.dataset.failed; body.replaceChildren(link);
    }
  };
  document.addEventListener("click", e => {
    const door = e.target.closest("a[data-figure]");
    if (door && !e.ctrlKey && !e.metaKey && !e.shiftKey && e.button === 0) { e.preventDefault(); open(door); return; }
    if (e.target.closest("[data-rail]")) { body.hidden = true; rail.hidden = false; }
    if (e.target.closest("[data-figure-body] .jw-x")) { e.preventDefault(); e.stopPropagation(); close(); }
  }, true);
  document.addEventListener("keydown", e => { if (e.key === "Escape" && !body.hidden) { e.preventDefault(); close(); } });
})();
