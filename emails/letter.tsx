import { Fragment, type ReactNode, useContext } from 'react';
import { Body, Container, Head, Heading, Hr, Html, Preview, Text } from 'react-email';
import { directionOf } from '#app/kernel/languages.ts';
import { NeutralPreview } from './neutral-preview.ts';

const ink = { color: '#1d2429', fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif' };
export const letterText = { ...ink, fontSize: '17px', lineHeight: '26px' };

/** The paper every letter is written on. */
export function Letter(props: {
  title: string;
  preview: string;
  /** Who writes, and on lines of their own how to reach them. */
  sender: string;
  /** BCP 47 tag of the language it is written in. */
  language?: string;
  children: ReactNode;
}) {
  const { language = 'en' } = props;
  const preview = useContext(NeutralPreview) ?? props.preview;
  return (
    <Html lang={language} dir={directionOf(language)}>
      <Head />
      <Preview>{preview}</Preview>
      <Body style={{ backgroundColor: '#fbf9f4', margin: 0, padding: '24px 8px' }}>
        <Container
          style={{ backgroundColor: '#ffffff', borderTop: '6px solid #0a5a55', maxWidth: '560px', padding: '24px' }}
        >
          <Heading as="h1" style={{ ...ink, fontSize: '24px', lineHeight: '30px', margin: '0 0 16px' }}>
            {props.title}
          </Heading>
          {props.children}
          <Hr style={{ borderColor: '#d9d4c8', margin: '24px 0 12px' }} />
          <Text style={{ ...letterText, color: '#4d575e', fontSize: '15px', margin: 0 }}>
            {props.sender.split('\n').map((line, place) => (
              <Fragment key={line}>
                {place > 0 && <br />}
                {line}
              </Fragment>
            ))}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

/** The one thing to do next. */
export function LetterButton(props: { href: string; children: ReactNode }) {
  return (
    <a
      href={props.href}
      style={{
        ...letterText,
        backgroundColor: '#0a5a55',
        borderRadius: '8px',
        color: '#ffffff',
        display: 'inline-block',
        fontWeight: 650,
        padding: '10px 24px',
        textDecoration: 'none',
      }}
    >
      {props.children}
    </a>
  );
}
