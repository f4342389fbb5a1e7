import { DOMParser, type Element } from '@xmldom/xmldom';
import type { XmlElement } from '#app/kernel/xml-element.ts';

/**
 * Reads an XML document. A document type is refused: it could make a small file expand into a huge one.
 *
 * @returns the outermost element; null where the text is not well-formed
 */
export function readXml(text: string): XmlElement | null {
  if (/<!DOCTYPE/i.test(text)) return null;
  const parser = new DOMParser({
    onError: (_level, message) => {
      throw new SyntaxError(message);
    },
  });
  try {
    const root = parser.parseFromString(text, 'application/xml').documentElement;
    return root === null ? null : elementOf(root);
  } catch {
    return null;
  }
}

function elementOf(element: Element): XmlElement {
  return {
    name: element.localName ?? element.nodeName,
    namespace: element.namespaceURI,
    attributes: Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value])),
    text: element.textContent ?? '',
    children: Array.from(element.childNodes).flatMap((child) =>
      child.nodeType === 1 ? [elementOf(child as Element)] : [],
    ),
  };
}
