"""文书：表格的读入与导出、附件的保管。 Spreadsheets in and out, attachments kept safely, official documents."""
