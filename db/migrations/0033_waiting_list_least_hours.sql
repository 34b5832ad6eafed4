-- With less time than this to answer, a seat that came back is not offered to the list: the office decides how little is enough.
ALTER TABLE waiting_list ADD COLUMN least_hours integer NOT NULL DEFAULT 12 CHECK (least_hours BETWEEN 2 AND 72);
