-- Migrations of the lines (src/lines/<line>/sql), which are numbered within each line. Rows of a line that is no longer part of
-- the program stay: its tables do, too, and are found again when it comes back.
CREATE TABLE line_migration (
  line        text NOT NULL,
  number      integer NOT NULL,
  name        text NOT NULL,
  sha256      text NOT NULL,
  applied_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (line, number)
);
