-- Offices around a place: a box of degrees (docs/adr/0024).
CREATE INDEX office_place ON office (lat, lon) WHERE active;
