import { expect, test } from "vitest";
import { layOut, listLineage, makeDrawing, type Drawing, type Style } from "../src/logic/lineage";
import { makeClaim, makeEdge, makeNode, makeReport, makeTelling } from "./story.helpers";

const ALONG: Style = { down: false, mirrored: false, gap: 30 };

function draw(drawing: Drawing, style: Style) {
  const boxes = new Map(drawing.boxes.map((box) => [box.id, { width: 140, height: 60 }]));
  const labels = new Map(drawing.ways.map((way) => [way.id, { width: 90, height: 30 }]));
  return layOut(drawing, boxes, labels, style);
}

function makeStar(copies: number) {
  const nodes = Array.from({ length: copies + 1 }, (_, number) => makeNode(number));
  return makeClaim(nodes, nodes.slice(1).map((_, number) => makeEdge(0, number + 1)));
}

test("an exemplar stands before its copy, in the direction of reading", () => {
  const claim = makeStar(1);
  const drawing = makeDrawing(makeReport(claim), claim, false);
  const along = draw(drawing, ALONG);
  expect(along.boxes.get("n0")!.x).toBeLessThan(along.boxes.get("n1")!.x);
  const mirrored = draw(drawing, { ...ALONG, mirrored: true });
  expect(mirrored.boxes.get("n0")!.x).toBeGreaterThan(mirrored.boxes.get("n1")!.x);
  const down = draw(drawing, { ...ALONG, down: true });
  expect(down.boxes.get("n0")!.y).toBeLessThan(down.boxes.get("n1")!.y);
});

test("labels cover no box", () => {
  const nodes = [0, 1, 2, 3, 4, 5].map((number) => makeNode(number));
  const claim = makeClaim(nodes, [makeEdge(0, 1), makeEdge(0, 2), makeEdge(1, 3), makeEdge(0, 3), makeEdge(3, 4), makeEdge(2, 5), makeEdge(0, 5)]);
  const { boxes, labels } = draw(makeDrawing(makeReport(claim), claim, false), ALONG);
  for (const label of labels.values()) {
    for (const box of boxes.values()) {
      const isClear = Math.abs(label.x - box.x) >= (label.width + box.width) / 2 - 1 || Math.abs(label.y - box.y) >= (label.height + box.height) / 2 - 1;
      expect(isClear).toBe(true);
    }
  }
});

test("articles that tell the same with the same exemplar are put together, and shown one by one on demand", () => {
  const claim = makeStar(20);
  const report = makeReport(claim);
  const drawing = makeDrawing(report, claim, false);
  expect(drawing.boxes.map((box) => box.nodes.length)).toEqual([1, 1, 1, 1, 17]);
  expect(drawing.ways[drawing.ways.length - 1]!.count).toBe(17);
  expect(makeDrawing(report, claim, true).boxes).toHaveLength(21);
});

test("one that tells it differently stays apart", () => {
  const claim = makeStar(20);
  claim.tellings[5] = makeTelling(5, { manner: "changed", words: "20", was: "18" });
  const boxes = makeDrawing(makeReport(claim), claim, false).boxes;
  expect(boxes.some((box) => box.nodes.length === 1 && box.nodes[0] === 5)).toBe(true);
});

test("of very many boxes those near the origins are drawn, and no article is lost from the count", () => {
  const nodes = Array.from({ length: 120 }, (_, number) => makeNode(number));
  const edges = nodes.slice(1).flatMap((_, place) => (place + 1 < 60 ? [makeEdge(Math.floor(place / 2), place + 1)] : (place + 1) % 2 ? [makeEdge(place, place + 1)] : []));
  const claim = makeClaim(nodes, edges);
  const drawing = makeDrawing(makeReport(claim), claim, false);
  const drawn = [...drawing.boxes, ...drawing.alone].reduce((sum, box) => sum + box.nodes.length, 0);
  expect(drawing.boxes.length).toBeLessThan(62);
  expect(drawn + drawing.left).toBe(120);
  draw(drawing, ALONG);
});

test("loops are drawn and listed", () => {
  const claim = makeClaim([makeNode(0), makeNode(1)], [makeEdge(0, 1), makeEdge(1, 0)]);
  const drawing = makeDrawing(makeReport(claim), claim, false);
  expect(draw(drawing, ALONG).lines.size).toBe(2);
  expect(listLineage(claim.lineage.nodes, claim.lineage.edges).map((item) => item.node)).toEqual([0, 1, 0]);
});

test("articles without a link stand beside the picture", () => {
  const claim = makeClaim([makeNode(0), makeNode(1), makeNode(2)], [makeEdge(0, 1)]);
  expect(makeDrawing(makeReport(claim), claim, false).alone.map((box) => box.nodes)).toEqual([[2]]);
});

test("a change is marked on the link it came by", () => {
  const claim = makeClaim([makeNode(0), makeNode(1), makeNode(2)], [makeEdge(0, 2, { changed: true }), makeEdge(1, 2, { changed: true })]);
  claim.tellings[2] = makeTelling(2, { manner: "changed", words: "20", was: "18" });
  const reading = { article: 2, span: [0, 2] as [number, number], words: "20", from: 7 };
  claim.variants = [{ kind: "quantity", label: "drift", explanation: "", groups: [{ words: "20", manner: "changed", speakers: [], readings: [reading] }] }];
  claim.lineage.nodes[1]!.witness = 7;
  const changes = makeDrawing(makeReport(claim), claim, false).ways.map((way) => way.change !== null);
  expect(changes).toEqual([false, true]);
});
