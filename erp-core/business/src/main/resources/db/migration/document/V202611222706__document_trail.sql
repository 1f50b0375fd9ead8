call audit.keep_trail_of('document.document', 'document', just => '{kind,title}');
