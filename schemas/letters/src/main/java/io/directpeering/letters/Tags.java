package io.directpeering.letters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/// The structure of a document, for those who have it read to them: which text is a heading, a paragraph, a cell.
final class Tags {

    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement document = new PDStructureElement("Document", root);
    /// Of each page the element of each piece of marked content, by its number.
    private final Map<PDPage, List<PDStructureElement>> marked = new HashMap<>();
    private final List<PDPage> pages = new ArrayList<>();

    Tags(PDDocument pdf) {
        root.appendKid(document);
        var catalog = pdf.getDocumentCatalog();
        catalog.setStructureTreeRoot(root);
        var info = new PDMarkInfo();
        info.setMarked(true);
        catalog.setMarkInfo(info);
    }

    void open(PDPage page) {
        page.setStructParents(pages.size());
        page.getCOSObject().setName(COSName.getPDFName("Tabs"), "S");
        pages.add(page);
        marked.put(page, new ArrayList<>());
    }

    PDStructureElement element(String role) {
        return element(document, role);
    }

    PDStructureElement element(PDStructureElement parent, String role) {
        var element = new PDStructureElement(role, parent);
        parent.appendKid(element);
        return element;
    }

    /// The number of the page's next piece of marked content, which belongs to the element.
    int mark(PDPage page, PDStructureElement element) {
        var ofPage = marked.get(page);
        if (ofPage == null) {
            throw new IllegalStateException("The page was not opened");
        }
        var number = ofPage.size();
        ofPage.add(element);
        var reference = new COSDictionary();
        reference.setItem(COSName.TYPE, COSName.getPDFName("MCR"));
        reference.setItem(COSName.PG, page);
        reference.setInt(COSName.MCID, number);
        kidsOf(element).add(reference);
        return number;
    }

    private static COSArray kidsOf(PDStructureElement element) {
        var kids = element.getCOSObject().getCOSArray(COSName.K);
        if (kids == null) {
            kids = new COSArray();
            element.getCOSObject().setItem(COSName.K, kids);
        }
        return kids;
    }

    /// Writes down how one comes from a page's content to its elements.
    void close() {
        var numbers = new COSArray();
        for (int i = 0; i < pages.size(); i++) {
            var elements = new COSArray();
            var ofPage = marked.get(pages.get(i));
            if (ofPage != null) {
                ofPage.forEach(element -> elements.add(element.getCOSObject()));
            }
            numbers.add(COSInteger.get(i));
            numbers.add(elements);
        }
        var tree = new COSDictionary();
        tree.setItem(COSName.NUMS, numbers);
        root.getCOSObject().setItem(COSName.PARENT_TREE, tree);
        root.setParentTreeNextKey(pages.size());
    }
}
