-- A photo is shown, said yes to and taken back by its id: found without reading all that are kept.
CREATE UNIQUE INDEX booking_photo_id ON booking_photo (id);
