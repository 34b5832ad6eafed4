-- What belongs here is written by the change that needs it.
SELECT 1;
