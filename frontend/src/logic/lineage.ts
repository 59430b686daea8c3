/** The picture of a lineage: which boxes and ways it has, and where they go. */

import { Graph, layout as arrange } from "@dagrejs/dagre";
import type { Claim, LineageEdge, LineageNode, Report, Telling } from "../report";
import { findHome } from "./claim";

/** A box: one node, or several articles that tell the same with the same exemplars. */
export interface Box {
  id: string;
  nodes: number[];
}

/** A way from box to box; `edge` is the first of those that it stands for. */
export interface Way {
  id: string;
  from: string;
  to: string;
  edge: LineageEdge;
  count: number;
  change: Telling | null; // what the copy made of it
}

export interface Drawing {
  boxes: Box[];
  ways: Way[];
  alone: Box[]; // without any link
  left: number; // nodes that are not drawn
}

const MANY = 10; // nodes from which on articles that tell alike are put together
const ALIKE = 4; // that are shown one by one
const KEPT = 3; // of more
const DRAWN = 30; // boxes, unless the reader wants them all

/** The boxes and ways of a claim; `whole` leaves no article out. */
export function makeDrawing(report: Report, claim: Claim, whole: boolean, isNarrow = false): Drawing {
  const { nodes, edges } = claim.lineage;
  const linked = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
  const few = isNarrow ? 2 : ALIKE;
  const groups = whole || nodes.length < (isNarrow ? 5 : MANY) ? nodes.map((_, place) => [place]) : groupAlike(claim, few, isNarrow ? 1 : KEPT);
  const all = groups.map((places) => ({ id: `n${places[0]}`, nodes: places }));
  const some = whole ? all : cut(all, claim);
  const home = new Map(some.flatMap((box) => box.nodes.map((place) => [place, box.id] as const)));
  const ways = new Map<string, Way>();
  for (const edge of edges) {
    const from = home.get(edge.from);
    const to = home.get(edge.to);
    if (from === undefined || to === undefined || from === to) continue;
    const id = `${from} ${to}`;
    const known = ways.get(id);
    if (known) known.count += 1;
    else ways.set(id, { id, from, to, edge, count: 1, change: findChange(report, claim, edge) });
  }
  return {
    boxes: some.filter((box) => box.nodes.some((place) => linked.has(place))),
    ways: [...ways.values()],
    alone: some.filter((box) => !box.nodes.some((place) => linked.has(place))),
    left: nodes.length - home.size,
  };
}

/**
 * As many boxes as can be taken in, those near the origins first, and first the ways on which most happened; what comes
 * after the last that is drawn is put together in one box.
 */
function cut(all: Box[], claim: Claim): Box[] {
  if (all.length <= DRAWN) return all;
  const { nodes, edges } = claim.lineage;
  const home = new Map(all.flatMap((box) => box.nodes.map((place) => [place, box.id] as const)));
  const copies = new Map<string, string[]>();
  const fed = new Set<string>();
  for (const edge of edges) {
    const [from, to] = [home.get(edge.from)!, home.get(edge.to)!];
    if (from === to) continue;
    copies.set(from, [...(copies.get(from) ?? []), to]);
    fed.add(to);
  }
  const parent = new Map<string, string>();
  const walk = (root: string, seen: Set<string>): string[] => {
    const found = [root];
    seen.add(root);
    for (const id of found) {
      for (const next of copies.get(id) ?? []) {
        if (seen.has(next)) continue;
        seen.add(next);
        parent.set(next, id);
        found.push(next);
      }
    }
    return found;
  };
  const seen = new Set<string>();
  const starts = [...all.filter((box) => !fed.has(box.id)), ...all.filter((box) => fed.has(box.id))];
  const trees = starts.flatMap((box) => (seen.has(box.id) ? [] : [walk(box.id, seen)]));
  const boxes = new Map(all.map((box) => [box.id, box]));
  const weigh = (id: string) => (boxes.get(id)!.nodes.some((place) => claim.tellings[nodes[place]!.telling ?? -1]?.manner === "changed") ? 4 : 1);
  const weights = new Map(trees.map((tree) => [tree, tree.length > 1 ? tree.reduce((sum, id) => sum + weigh(id), 0) : 0]));
  trees.sort((one, other) => weights.get(other)! - weights.get(one)!);
  const kept = new Set(trees.flat().slice(0, DRAWN));
  const rest = new Map<string, number[]>();
  for (const box of all) {
    if (kept.has(box.id)) continue;
    let up = parent.get(box.id);
    while (up !== undefined && !kept.has(up)) up = parent.get(up);
    if (up !== undefined) rest.set(up, [...(rest.get(up) ?? []), ...box.nodes]);
  }
  return [...all.filter((box) => kept.has(box.id)), ...[...rest].map(([up, places]) => ({ id: `more-${up}`, nodes: places }))];
}

/** Articles that nobody has it from, put together where they tell the same with the same exemplars. */
function groupAlike(claim: Claim, few: number, kept: number): number[][] {
  const { nodes, edges } = claim.lineage;
  const exemplars = new Set(edges.map((edge) => edge.from));
  const above = new Map<number, string[]>();
  for (const edge of edges) above.set(edge.to, [...(above.get(edge.to) ?? []), `${edge.from} ${edge.basis} ${edge.denies}`]);
  const alike = new Map<string, number[]>();
  nodes.forEach((node, place) => {
    const telling = claim.tellings[node.telling ?? -1];
    const isLeaf = node.article !== null && !exemplars.has(place);
    const words = telling && telling.manner !== "same" ? JSON.stringify(telling.words) : "";
    const key = isLeaf ? [...(above.get(place) ?? []).sort(), telling?.manner, words].join("|") : `own ${place}`;
    const group = alike.get(key);
    if (group) group.push(place);
    else alike.set(key, [place]);
  });
  return [...alike.values()].flatMap((group) =>
    group.length <= few ? group.map((place) => [place]) : [...group.slice(0, kept).map((place) => [place]), group.slice(kept)],
  );
}

/** What changed on a link: nothing where the reading is known to have changed on another way. */
function findChange(report: Report, claim: Claim, edge: LineageEdge): Telling | null {
  const telling = claim.tellings[claim.lineage.nodes[edge.to]?.telling ?? -1];
  if (!edge.changed || !telling || telling.was === "") return null;
  const sources = new Set<number>();
  for (const variant of claim.variants) {
    for (const group of variant.groups) {
      for (const reading of group.readings) {
        if (reading.article !== telling.article || reading.from === null) continue;
        const home = findHome(report, reading.from);
        claim.lineage.nodes.forEach((node, place) => {
          if (node.witness === reading.from || (home !== null && node.article === home)) sources.add(place);
        });
      }
    }
  }
  const isKnown = claim.lineage.edges.some((other) => other.to === edge.to && sources.has(other.from));
  return !isKnown || sources.has(edge.from) ? telling : null;
}

export interface Size {
  width: number;
  height: number;
}

export interface Placed extends Size {
  x: number; // of the middle
  y: number;
}

export interface Layout extends Size {
  boxes: Map<string, Placed>;
  labels: Map<string, Placed>;
  lines: Map<string, { path: string; arrow: string }>;
}

export interface Style {
  down: boolean; // from top to bottom instead of from side to side
  mirrored: boolean; // from right to left
  gap: number; // between generations, beside the labels
}

const MARGIN = 4;
const TIP = 7;

/** Where everything goes. */
export function layOut(drawing: Drawing, boxes: Map<string, Size>, labels: Map<string, Size>, style: Style): Layout {
  const graph = new Graph();
  graph.setGraph({ rankdir: style.down ? "TB" : "LR", ranker: drawing.boxes.length > DRAWN ? "tight-tree" : "network-simplex", ranksep: style.gap, nodesep: style.down ? 10 : 20, edgesep: 10, marginx: MARGIN, marginy: MARGIN });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const box of drawing.boxes) graph.setNode(box.id, { ...boxes.get(box.id)! });
  for (const way of drawing.ways) graph.setEdge(way.from, way.to, { ...labels.get(way.id)!, labelpos: "c" });
  arrange(graph);
  const size = graph.graph() as unknown as Size;
  const turn = <T extends Point>(point: T): T => (style.mirrored ? { ...point, x: size.width - point.x } : point);
  const placed = new Map(drawing.boxes.map((box) => [box.id, turn(graph.node(box.id) as unknown as Placed)]));
  const bends = new Map<string, Point[]>();
  const marks = new Map<string, Placed>();
  for (const way of drawing.ways) {
    const found = graph.edge(way.from, way.to) as unknown as Placed & { points: Point[] };
    bends.set(way.id, found.points.slice(1, -1).map(turn));
    marks.set(way.id, turn({ x: found.x, y: found.y, width: found.width, height: found.height }));
  }
  return { width: size.width, height: size.height, boxes: placed, labels: marks, lines: drawLines(drawing.ways, placed, bends, style.down) };
}

interface Point {
  x: number;
  y: number;
}

/** Curves that leave and reach the sides of the boxes level, spread along the side where several do. */
function drawLines(ways: Way[], boxes: Map<string, Placed>, bends: Map<string, Point[]>, down: boolean) {
  const ends = new Map<string, { way: Way; isStart: boolean; next: Point; forward: boolean }[]>();
  for (const way of ways) {
    const [from, to, points] = [boxes.get(way.from)!, boxes.get(way.to)!, bends.get(way.id)!];
    const forward = down ? from.y <= to.y : from.x <= to.x;
    const add = (id: string, isStart: boolean, next: Point) => {
      const side = `${id} ${isStart === forward}`;
      ends.set(side, [...(ends.get(side) ?? []), { way, isStart, next, forward }]);
    };
    add(way.from, true, points[0] ?? to);
    add(way.to, false, points[points.length - 1] ?? from);
  }
  const ports = new Map<string, Point>();
  for (const [side, list] of ends) {
    const box = boxes.get(side.slice(0, side.indexOf(" ")))!;
    const isAfter = side.endsWith("true");
    const room = (down ? box.width : box.height) - 16;
    const step = Math.min(22, room / list.length);
    list.sort((one, other) => (down ? one.next.x - other.next.x : one.next.y - other.next.y));
    list.forEach((end, index) => {
      const off = (index - (list.length - 1) / 2) * step;
      const sign = isAfter ? 1 : -1;
      const point = down ? { x: box.x + off, y: box.y + (sign * box.height) / 2 } : { x: box.x + (sign * box.width) / 2, y: box.y + off };
      ports.set(`${end.way.id} ${end.isStart}`, point);
    });
  }
  return new Map(
    ways.map((way) => [way.id, drawLine(ports.get(`${way.id} true`)!, bends.get(way.id)!, ports.get(`${way.id} false`)!, down)] as const),
  );
}

function drawLine(start: Point, points: Point[], end: Point, down: boolean): { path: string; arrow: string } {
  const last = points[points.length - 1] ?? start;
  const sign = (down ? end.y >= last.y : end.x >= last.x) ? 1 : -1;
  const tip = down ? { x: end.x, y: end.y - sign * TIP } : { x: end.x - sign * TIP, y: end.y };
  let path = `M${say(start)}`;
  let before = start;
  for (const point of [...points, tip]) {
    const middle = down ? (before.y + point.y) / 2 : (before.x + point.x) / 2;
    const [one, other] = down ? [{ x: before.x, y: middle }, { x: point.x, y: middle }] : [{ x: middle, y: before.y }, { x: middle, y: point.y }];
    path += `C${say(one)} ${say(other)} ${say(point)}`;
    before = point;
  }
  const [left, right] = down
    ? [{ x: tip.x - 4, y: tip.y }, { x: tip.x + 4, y: tip.y }]
    : [{ x: tip.x, y: tip.y - 4 }, { x: tip.x, y: tip.y + 4 }];
  return { path, arrow: `M${say(left)}L${say(end)}L${say(right)}Z` };
}

function say(point: Point): string {
  return `${point.x.toFixed(1)} ${point.y.toFixed(1)}`;
}

/** The way as a list: every node under the one it has it from; the second time a node comes up it is only named. */
export interface Item {
  node: number;
  edge: LineageEdge | null;
  depth: number;
}

export function listLineage(nodes: LineageNode[], edges: LineageEdge[]): Item[] {
  const copies = new Map<number, LineageEdge[]>();
  for (const edge of edges) copies.set(edge.from, [...(copies.get(edge.from) ?? []), edge]);
  const fed = new Set(edges.map((edge) => edge.to));
  const items: Item[] = [];
  const seen = new Set<number>();
  const follow = (node: number, edge: LineageEdge | null, depth: number) => {
    items.push({ node, edge, depth });
    if (seen.has(node)) return;
    seen.add(node);
    for (const copy of copies.get(node) ?? []) follow(copy.to, copy, depth + 1);
  };
  const places = nodes.map((_, place) => place);
  for (const place of places) if (!fed.has(place)) follow(place, null, 0);
  // A loop that nothing feeds is told from whoever is credited.
  for (const place of places.sort((a, b) => Number(nodes[b]!.origin) - Number(nodes[a]!.origin))) if (!seen.has(place)) follow(place, null, 0);
  return items;
}
