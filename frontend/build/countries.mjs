// Writes src/map/countries.json: the outlines of the countries, simplified and packed for the map of the report.
// Run it by hand (`node build/countries.mjs`) when the outlines shall change; its result is committed.
//
// Outlines: Natural Earth 1:50m (public domain, naturalearthdata.com), by way of the package world-atlas.
// Natural Earth draws who holds a place. Where the General Assembly of the United Nations says otherwise, the map follows it:
// Crimea is drawn with Ukraine (resolution 68/262), Northern Cyprus with Cyprus, Somaliland with Somalia.
import { readFileSync, writeFileSync } from "node:fs";
import { mergeArcs } from "topojson-client";

const STEP = 0.04; // degrees between two places that can be told apart
const DETAIL = 0.008; // corners that enclose less than so many square degrees are left out
const ISLET = 0.05; // islands smaller than so many square degrees are left out, unless they are all that a country has
const CRIMEA = [34.2, 45.3];

// ISO 3166: the number of a country, then its two letters.
const CODES =
  "004AF 008AL 010AQ 012DZ 016AS 020AD 024AO 028AG 031AZ 032AR 036AU 040AT 044BS 048BH 050BD 051AM 052BB 056BE 060BM 064BT 068BO 070BA 072BW 076BR 084BZ 086IO 090SB 092VG 096BN 100BG 104MM 108BI 112BY 116KH 120CM 124CA 132CV 136KY 140CF 144LK 148TD 152CL 156CN 158TW 170CO 174KM 178CG 180CD 184CK 188CR 191HR 192CU 196CY 203CZ 204BJ 208DK 212DM 214DO 218EC 222SV 226GQ 231ET 232ER 233EE 234FO 238FK 239GS 242FJ 246FI 248AX 250FR 258PF 260TF 262DJ 266GA 268GE 270GM 275PS 276DE 288GH 296KI 300GR 304GL 308GD 316GU 320GT 324GN 328GY 332HT 334HM 336VA 340HN 344HK 348HU 352IS 356IN 360ID 364IR 368IQ 372IE 376IL 380IT 384CI 388JM 392JP 398KZ 400JO 404KE 408KP 410KR 414KW 417KG 418LA 422LB 426LS 428LV 430LR 434LY 438LI 440LT 442LU 446MO 450MG 454MW 458MY 462MV 466ML 470MT 478MR 480MU 484MX 492MC 496MN 498MD 499ME 500MS 504MA 508MZ 512OM 516NA 520NR 524NP 528NL 531CW 533AW 534SX 540NC 548VU 554NZ 558NI 562NE 566NG 570NU 574NF 578NO 580MP 583FM 584MH 585PW 586PK 591PA 598PG 600PY 604PE 608PH 612PN 616PL 620PT 624GW 626TL 630PR 634QA 642RO 643RU 646RW 652BL 654SH 659KN 660AI 662LC 663MF 666PM 670VC 674SM 678ST 682SA 686SN 688RS 690SC 694SL 702SG 703SK 704VN 705SI 706SO 710ZA 716ZW 724ES 728SS 729SD 732EH 740SR 748SZ 752SE 756CH 760SY 762TJ 764TH 768TG 776TO 780TT 784AE 788TN 792TR 795TM 796TC 800UG 804UA 807MK 818EG 826GB 831GG 832JE 833IM 834TZ 840US 850VI 854BF 858UY 860UZ 862VE 876WF 882WS 887YE 894ZM";
const LETTERS = new Map(CODES.split(" ").map((code) => [code.slice(0, 3), code.slice(3)]));
const NAMED = { Kosovo: "XK", "N. Cyprus": "CY", Somaliland: "SO" };

const root = new URL("..", import.meta.url).pathname;
const world = JSON.parse(readFileSync(`${root}node_modules/world-atlas/countries-50m.json`, "utf-8"));
const arcs = world.arcs.map(placeArc).map(simplify);
const countries = collectCountries();
const order = new Map(); // number of an arc in the atlas -> here
const shapes = Object.fromEntries([...countries].sort().map(([code, polygons]) => [code, packRings(polygons.flatMap(keepRings))]));
const packed = [...order.keys()].map((number) => packArc(arcs[number])).join(" ");
const note = "Natural Earth 1:50m, public domain, simplified; Crimea drawn with Ukraine, Northern Cyprus with Cyprus, Somaliland with Somalia. Made by build/countries.mjs.";
writeFileSync(`${root}src/map/countries.json`, JSON.stringify({ note, step: STEP, arcs: packed, countries: shapes }) + "\n");

/** The degrees of an arc, which the atlas keeps as steps from place to place. */
function placeArc(arc) {
  let [x, y] = [0, 0];
  const { scale, translate } = world.transform;
  return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
}

/** Leave out corners, those first that enclose least (Visvalingam); both ends stay, so that neighbours still meet. */
function simplify(points) {
  const kept = points.slice();
  const isRing = String(points[0]) === String(points.at(-1));
  const least = isRing ? 5 : 2;
  while (kept.length > least) {
    let smallest = { area: Infinity, index: -1 };
    for (let index = 1; index < kept.length - 1; index += 1) {
      const area = measureCorner(kept[index - 1], kept[index], kept[index + 1]);
      if (area < smallest.area) smallest = { area, index };
    }
    if (smallest.area >= DETAIL) break;
    kept.splice(smallest.index, 1);
  }
  return kept;
}

function measureCorner([ax, ay], [bx, by], [cx, cy]) {
  return Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) * 0.5 * Math.cos((by * Math.PI) / 180);
}

function collectCountries() {
  const found = new Map();
  for (const geometry of world.objects.countries.geometries) {
    const code = LETTERS.get(geometry.id) ?? NAMED[geometry.properties.name];
    if (code) found.set(code, [...(found.get(code) ?? []), geometry]);
  }
  const russia = listPolygons(found.get("RU"));
  const crimea = russia.filter((polygon) => contains(joinRing(polygon[0]), CRIMEA));
  if (crimea.length !== 1) throw new Error("the atlas draws Crimea otherwise than expected");
  found.set("RU", [{ type: "MultiPolygon", arcs: russia.filter((polygon) => polygon !== crimea[0]) }]);
  found.set("UA", [...found.get("UA"), { type: "MultiPolygon", arcs: crimea }]);
  return new Map([...found].map(([code, geometries]) => [code, geometries.length > 1 ? mergeArcs(world, geometries).arcs : listPolygons(geometries)]));
}

function listPolygons(geometries) {
  return geometries.flatMap((geometry) => (geometry.type === "Polygon" ? [geometry.arcs] : geometry.arcs));
}

/** The rings of a polygon that are large enough; the largest of a country always is. */
function keepRings(polygon, _, polygons) {
  const area = measure(joinRing(polygon[0]));
  const isLargest = polygons.every((other) => measure(joinRing(other[0])) <= area);
  return isLargest || area >= ISLET ? polygon.filter((ring, index) => index === 0 || measure(joinRing(ring)) >= ISLET) : [];
}

function joinRing(ring) {
  return ring.flatMap((number) => (number < 0 ? arcs[~number].slice().reverse() : arcs[number]));
}

function measure(points) {
  const twice = points.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice / 2) * Math.cos((points[0][1] * Math.PI) / 180);
}

function contains(points, [x, y]) {
  return points.reduce((inside, [ax, ay], index) => {
    const [bx, by] = points[(index + 1) % points.length];
    return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax ? !inside : inside;
  }, false);
}

/** Rings as numbers of arcs, each as the step from the one before; a space ends a ring. */
function packRings(rings) {
  let last = 0;
  return rings
    .map((ring) =>
      ring
        .map((number) => {
          const own = number < 0 ? ~number : number;
          if (!order.has(own)) order.set(own, order.size);
          const signed = order.get(own) * 2 + (number < 0 ? 1 : 0);
          const step = signed - last;
          last = signed;
          return packNumber(step);
        })
        .join(""),
    )
    .join(" ");
}

function packArc(points) {
  let last = [0, 0];
  return points
    .map(([x, y]) => [Math.round(x / STEP), Math.round(y / STEP)])
    .filter(([x, y], index, all) => index === 0 || x !== all[index - 1][0] || y !== all[index - 1][1])
    .map((point) => {
      const step = point.map((value, index) => packNumber(value - last[index])).join("");
      last = point;
      return step;
    })
    .join("");
}

/** A whole number in five bits a character, the lowest first; 32 is added where more follow. */
function packNumber(value) {
  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  let rest = value < 0 ? -value * 2 - 1 : value * 2;
  let text = "";
  do {
    const digit = rest % 32;
    rest = Math.floor(rest / 32);
    text += DIGITS[digit + (rest > 0 ? 32 : 0)];
  } while (rest > 0);
  return text;
}
