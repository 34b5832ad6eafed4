-- questions
SELECT 1;
