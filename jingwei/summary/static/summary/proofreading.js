// J and K go from finding to finding; the figures of the one in hand are framed in the text. Without this file every
// finding and figure is a link to the other.
(() => {
  "use strict";
  const findings = [...document.querySelectorAll(".jw-finding[data-figures]")], pane = document.querySelector("[data-text]");
  if (!findings.length || !pane) return;
  document.querySelectorAll(".jw-keys-hint").forEach(hint => { hint.hidden = false; });
  let here = -1;

  const frame = finding => {
    pane.querySelectorAll(".is-here").forEach(mark => mark.classList.remove("is-here"));
    const marks = finding.dataset.figures.trim().split(/\s+/).map(id => document.getElementById(id)).filter(Boolean);
    marks.forEach(mark => mark.classList.add("is-here"));
    if (marks.length && pane.scrollHeight > pane.clientHeight) {
      const first = marks[0].getBoundingClientRect(), box = pane.getBoundingClientRect();
      if (first.top < box.top + 24 || first.bottom > box.bottom - 48) pane.scrollTop += first.top - box.top - box.height / 3;
    }
  };
  const take = finding => { here = findings.indexOf(finding); frame(finding); };

  document.addEventListener("focusin", e => { const one = e.target.closest(".jw-finding[data-figures]"); if (one) take(one); });
  document.addEventListener("keydown", e => {
    if (e.ctrlKey || e.metaKey || e.altKey || /INPUT|TEXTAREA|SELECT/.test(document.activeElement.tagName)) return;
    const step = { j: 1, k: -1 }[e.key.toLowerCase()];
    if (!step) return;
    e.preventDefault();
    const next = Math.min(Math.max(here + step, 0), findings.length - 1);
    findings[next].focus({ preventScroll: true });
    findings[next].scrollIntoView({ block: "nearest" });
  });
  const followed = () => { const one = document.getElementById(decodeURIComponent(location.hash.slice(1))); if (one && findings.includes(one)) { one.focus({ preventScroll: true }); take(one); } };
  addEventListener("hashchange", followed);
  followed();
})();
