/** Where the evidence is shown: in a column of the story while that is on the screen, else in a drawer. */

let inView = $state(false);

export function isColumnInView(): boolean {
  return inView;
}

/** An attachment for the column: notes whether it is on the screen. */
export function watchColumn(element: Element): () => void {
  const observer = new IntersectionObserver(([entry]) => (inView = entry?.isIntersecting ?? false), { rootMargin: "-40% 0px -15% 0px" });
  observer.observe(element);
  return () => {
    observer.disconnect();
    inView = false;
  };
}
