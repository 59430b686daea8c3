/** Bring the chosen claim into sight, where a link stands far above it, as on a phone. */
export function revealClaim(): void {
  // After the address was followed and the claim is drawn.
  setTimeout(() => {
    const title = document.getElementById("claim-title");
    if (!title) return;
    const { top, bottom } = title.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight * 0.8) title.scrollIntoView({ block: "start" });
  }, 60);
}
