import { type ReactElement, createElement, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

// The least a React page can do at a step: one number becomes another.
function Blank(): ReactElement {
  const [step, setStep] = useState(0);
  useEffect(() => {
    const press = ({ key }: KeyboardEvent): void => {
      if (key === 'j') setStep((before) => before + 1);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  return createElement('h1', null, String(step));
}

createRoot(document.body.appendChild(document.createElement('div'))).render(createElement(Blank));
