console.log(1); import "./app.css";
