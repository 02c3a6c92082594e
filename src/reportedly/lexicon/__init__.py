"""Word tables and the gazetteer, as data files with language, source and licence."""
