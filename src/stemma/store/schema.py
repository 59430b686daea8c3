"""The tables of a store, and how an older store becomes a newer one.

Names are those of the dossier (docs/contract.md), so that whoever opens the file with another tool finds what the
report shows. What only Stemma reads is packed, and its tables begin with an underscore.
"""

VERSION = 1
APPLICATION = 0x5354454D  # "STEM": tells a store from any other SQLite file

TABLES = """
CREATE TABLE documents (
  sha256 TEXT PRIMARY KEY, suffix TEXT NOT NULL, bytes INTEGER NOT NULL, packed BLOB NOT NULL
);
CREATE TABLE articles (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, uri TEXT NOT NULL, title TEXT, outlet TEXT, author TEXT,
  language TEXT NOT NULL, published TEXT, modified TEXT, retrieved TEXT, section TEXT, url TEXT,
  story TEXT REFERENCES stories (id), duplicate_of TEXT, revision_of TEXT, reprint INTEGER NOT NULL,
  sha256 TEXT NOT NULL, document TEXT NOT NULL, text TEXT NOT NULL, details TEXT NOT NULL
);
CREATE INDEX articles_by_story ON articles (story);
CREATE INDEX articles_by_outlet ON articles (outlet);
CREATE INDEX articles_by_day ON articles (published);
CREATE INDEX articles_by_sha256 ON articles (sha256);
CREATE INDEX articles_by_uri ON articles (uri);
CREATE TABLE skipped (
  uri TEXT NOT NULL, reason TEXT NOT NULL, given TEXT NOT NULL, PRIMARY KEY (uri, reason, given)
) WITHOUT ROWID;
CREATE TABLE stories (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, thread TEXT REFERENCES threads (id), articles INTEGER NOT NULL,
  first_day TEXT, last_day TEXT
) WITHOUT ROWID;
CREATE INDEX stories_by_thread ON stories (thread);
CREATE TABLE threads (id TEXT PRIMARY KEY, title TEXT NOT NULL, stories INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE story_events (
  number INTEGER PRIMARY KEY, kind TEXT NOT NULL, story TEXT NOT NULL, others TEXT NOT NULL, articles TEXT NOT NULL,
  why TEXT NOT NULL
);
CREATE INDEX story_events_by_story ON story_events (story);
CREATE TABLE witnesses (
  id TEXT NOT NULL, matter TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, aliases TEXT NOT NULL,
  article TEXT, in_pile INTEGER NOT NULL, speaks_for TEXT, PRIMARY KEY (matter, id)
) WITHOUT ROWID;
CREATE INDEX witnesses_by_name ON witnesses (name COLLATE NOCASE);
CREATE TABLE attributions (
  id TEXT NOT NULL, matter TEXT NOT NULL, article TEXT NOT NULL, source TEXT NOT NULL, witness TEXT, cue TEXT NOT NULL,
  content TEXT NOT NULL, span_start INTEGER, span_end INTEGER, type TEXT NOT NULL, stance TEXT NOT NULL,
  inside TEXT,
  PRIMARY KEY (matter, id)
) WITHOUT ROWID;
CREATE INDEX attributions_by_article ON attributions (article);
CREATE TABLE claims (
  id TEXT NOT NULL, matter TEXT NOT NULL, article TEXT NOT NULL, collation TEXT NOT NULL, text TEXT NOT NULL,
  span_start INTEGER NOT NULL, span_end INTEGER NOT NULL, modality TEXT NOT NULL, negated INTEGER NOT NULL,
  PRIMARY KEY (matter, id)
) WITHOUT ROWID;
CREATE INDEX claims_by_article ON claims (article);
CREATE TABLE collations (
  id TEXT NOT NULL, matter TEXT NOT NULL, title TEXT NOT NULL, articles INTEGER NOT NULL, support TEXT NOT NULL,
  dispute TEXT NOT NULL, independent_low INTEGER NOT NULL, independent INTEGER NOT NULL,
  independent_high INTEGER NOT NULL, circular INTEGER NOT NULL, PRIMARY KEY (matter, id)
) WITHOUT ROWID;
CREATE TABLE steps (
  matter TEXT NOT NULL, collation TEXT NOT NULL, number INTEGER NOT NULL, moment TEXT, witness TEXT,
  stance TEXT NOT NULL, article TEXT, span_start INTEGER, span_end INTEGER, text TEXT,
  PRIMARY KEY (matter, collation, number)
) WITHOUT ROWID;
CREATE TABLE origins (
  matter TEXT NOT NULL, collation TEXT NOT NULL, witness TEXT NOT NULL, PRIMARY KEY (matter, collation, witness)
) WITHOUT ROWID;
CREATE TABLE variants (
  matter TEXT NOT NULL, collation TEXT NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL, claim TEXT NOT NULL,
  value TEXT NOT NULL, relation TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
  explanation TEXT NOT NULL
);
CREATE INDEX variants_by_collation ON variants (matter, collation);
CREATE TABLE derivations (
  matter TEXT NOT NULL, copy TEXT NOT NULL, exemplar TEXT NOT NULL, kind TEXT NOT NULL, basis TEXT NOT NULL,
  confidence REAL NOT NULL, direction REAL NOT NULL, article TEXT, span_start INTEGER, span_end INTEGER, evidence TEXT
);
CREATE INDEX derivations_by_copy ON derivations (matter, copy);
CREATE INDEX derivations_by_exemplar ON derivations (matter, exemplar);
CREATE TABLE wanted (
  matter TEXT NOT NULL, witness TEXT NOT NULL, cited_by INTEGER NOT NULL, why TEXT NOT NULL,
  PRIMARY KEY (matter, witness)
) WITHOUT ROWID;
CREATE TABLE reviews (
  number INTEGER PRIMARY KEY, article TEXT NOT NULL, span_start INTEGER NOT NULL, span_end INTEGER NOT NULL,
  body TEXT NOT NULL
);
CREATE TABLE _about (key TEXT PRIMARY KEY, value NOT NULL);
CREATE TABLE _read (key TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE _extractions (article TEXT PRIMARY KEY, packed BLOB NOT NULL);
CREATE TABLE _profiles (article TEXT PRIMARY KEY, packed BLOB NOT NULL);
CREATE TABLE _marks (mark INTEGER NOT NULL, article TEXT NOT NULL, PRIMARY KEY (mark, article)) WITHOUT ROWID;
CREATE TABLE _features (
  feature INTEGER NOT NULL, day INTEGER NOT NULL, article TEXT NOT NULL, PRIMARY KEY (feature, day, article)
) WITHOUT ROWID;
CREATE TABLE _fresh (article TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE _todo (story TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE _matters (id TEXT PRIMARY KEY, title TEXT NOT NULL, articles INTEGER NOT NULL, packed BLOB NOT NULL);
"""

# Datasette knows a search table by `content="articles"`, written just so.
SEARCH = """
CREATE VIRTUAL TABLE articles_fts USING fts5 (
  title, text, content="articles", content_rowid="number", tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER articles_added AFTER INSERT ON articles BEGIN
  INSERT INTO articles_fts (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TRIGGER articles_removed AFTER DELETE ON articles BEGIN
  INSERT INTO articles_fts (articles_fts, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
END;
CREATE TRIGGER articles_retold AFTER UPDATE OF title, text ON articles BEGIN
  INSERT INTO articles_fts (articles_fts, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
  INSERT INTO articles_fts (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
"""

VIEWS = """
CREATE VIEW who_said_what AS
  SELECT a.outlet, a.published, t.source, w.name AS witness, w.kind AS witness_kind, t.stance, t.content, t.type,
    a.title AS article_title, a.story, t.article, t.span_start, t.span_end
  FROM attributions t JOIN articles a ON a.id = t.article
  LEFT JOIN witnesses w ON w.matter = t.matter AND w.id = t.witness;
CREATE VIEW claims_and_support AS
  SELECT c.title AS claim, c.articles, c.support, c.independent,
    (SELECT group_concat(w.name, ' · ') FROM origins o JOIN witnesses w ON w.matter = o.matter AND w.id = o.witness
      WHERE o.matter = c.matter AND o.collation = c.id) AS origins,
    c.dispute, c.circular, c.independent_low, c.independent_high, c.id AS collation, c.matter
  FROM collations c;
CREATE VIEW life_of_claims AS
  SELECT c.title AS claim, s.number AS step, s.moment, w.name AS witness, s.stance, s.text, a.outlet, a.published,
    c.dispute, a.title AS article_title, s.collation, s.matter, s.article, s.span_start, s.span_end
  FROM steps s JOIN collations c ON c.matter = s.matter AND c.id = s.collation
  LEFT JOIN witnesses w ON w.matter = s.matter AND w.id = s.witness LEFT JOIN articles a ON a.id = s.article;
CREATE VIEW who_has_it_from_whom AS
  SELECT copy.name AS copy, exemplar.name AS exemplar, d.kind, d.basis, d.confidence, d.direction, d.evidence,
    d.article, d.span_start, d.span_end, d.matter
  FROM derivations d
  JOIN witnesses copy ON copy.matter = d.matter AND copy.id = d.copy
  JOIN witnesses exemplar ON exemplar.matter = d.matter AND exemplar.id = d.exemplar;
CREATE VIEW changes_and_contradictions AS
  SELECT c.title AS claim, v.kind, v.label, v.value, v.relation, a.outlet, a.published, v.explanation,
    v.collation, v.matter, a.id AS article, v.span_start, v.span_end
  FROM variants v JOIN collations c ON c.matter = v.matter AND c.id = v.collation
  JOIN claims l ON l.matter = v.matter AND l.id = v.claim JOIN articles a ON a.id = l.article
  WHERE v.label <> 'same';
CREATE VIEW sources_wanted AS
  SELECT w.name, w.kind, t.cited_by, t.why, t.matter
  FROM wanted t JOIN witnesses w ON w.matter = t.matter AND w.id = t.witness;
"""

MIGRATIONS: dict[int, str] = {0: TABLES + SEARCH + VIEWS}  # what makes a store of this version one of the next
