-- What the letters that go with a mail say; they are made of it when the mail is sent.
alter table delivery add column enclosures text;
