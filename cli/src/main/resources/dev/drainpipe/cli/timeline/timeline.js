(function () {
  "use strict";
  const data = JSON.parse(document.getElementById("data").textContent);
  const cross = document.getElementById("cross");
  const tip = document.getElementById("tip");
  const main = document.querySelector("main");

  // A title becomes a label for screen readers and a tip that shows at once.
  for (const title of document.querySelectorAll("svg title")) {
    title.parentNode.dataset.tip = title.textContent;
    title.parentNode.setAttribute("aria-label", title.textContent);
    title.remove();
  }

  function clock(seconds) {
    const whole = Math.round(Math.abs(seconds));
    const rest = String(whole % 60).padStart(2, "0");
    return (seconds < -0.5 ? "-" : "") + Math.floor(whole / 60) + ":" + rest;
  }

  function last(steps, at) {
    let found = null;
    for (const step of steps) {
      if (step[0] <= at) found = step;
    }
    return found;
  }

  function readout(at) {
    const lines = [clock(at) + " since the scale-in"];
    const active = last(data.active, at);
    const service = last(data.service, at);
    if (active) lines.push(active[1] + " ACTIVE instances");
    if (service) lines.push(service[1] + " tasks desired, " + service[2] + " running, " + service[3] + " healthy");
    const part = data.traffic[Math.floor((at - data.from) / data.bucket)];
    if (part) lines.push(part[2] + " requests in flight, " + part[0] + " served per second");
    if (part && part[1] > 0) lines.push(part[1] + " dropped");
    return lines.join("\n");
  }

  function hide() {
    cross.hidden = true;
    tip.hidden = true;
  }

  function place(event) {
    const room = document.documentElement.clientWidth;
    const right = event.clientX + 16 + tip.offsetWidth < room;
    tip.style.left = (right ? event.pageX + 14 : event.pageX - tip.offsetWidth - 14) + "px";
    tip.style.top = event.pageY + 16 + "px";
  }

  document.addEventListener("pointermove", function (event) {
    const svg = event.target.closest ? event.target.closest("svg") : null;
    if (!svg) return hide();
    const box = svg.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    if (share < data.left || share > data.right) return hide();
    const at = data.from + ((share - data.left) / (data.right - data.left)) * (data.to - data.from);
    const charts = main.querySelectorAll("svg");
    const top = charts[0].getBoundingClientRect().top;
    const bottom = charts[charts.length - 1].getBoundingClientRect().bottom;
    cross.style.left = event.pageX + "px";
    cross.style.top = top + window.scrollY + "px";
    cross.style.height = bottom - top + "px";
    tip.textContent = (event.target.dataset.tip ? event.target.dataset.tip + "\n" : "") + readout(at);
    cross.hidden = false;
    tip.hidden = false;
    place(event);
  });
  document.addEventListener("pointerleave", hide);
  window.addEventListener("scroll", hide, { passive: true });
})();
