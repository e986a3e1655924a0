using System.Collections;
using System.Diagnostics;
using System.Management.Automation.Runspaces;
using System.Net;
using System.Text.Json;

namespace Innkeeper.Engine;

/// <summary>
/// Runs one script after the other in this process, each as in a process of its own: most of a short run is spent on starting and
/// compiling the engine. A line of JSON on standard input says what to run; a line on standard output says what came of it.
/// </summary>
internal static class Listener
{
    private sealed record Request(string[] Args, Dictionary<string, string> Env, string Folder);

    private sealed record Reply(int Code, string Stdout, string Stderr);

    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web);

    /// <summary>Until standard input ends: whoever asks has gone then.</summary>
    public static void Serve(TextWriter wire)
    {
        var versions = EngineVersions();
        var own = versions.Clone() as Hashtable ?? [];
        using var questions = new StreamReader(Console.OpenStandardInput());
        while (questions.ReadLine() is { } line)
        {
            var request = JsonSerializer.Deserialize<Request>(line, Wire) ?? throw new InvalidDataException(line);
            wire.WriteLine(JsonSerializer.Serialize(RunAlone(request), Wire));
            foreach (DictionaryEntry entry in own) versions[entry.Key] = entry.Value;
        }
        Environment.Exit(0);
    }

    /// <summary>Leaves nothing of a run to the next one but compiled code.</summary>
    private static Reply RunAlone(Request request)
    {
        TakeEnvironment(request.Env);
        Directory.SetCurrentDirectory(request.Folder);
        var (output, errors) = (new StringWriter(), new StringWriter());
        var (stdout, stderr) = (TextWriter.Synchronized(output), TextWriter.Synchronized(errors));
        Console.SetOut(stdout);
        Console.SetError(stderr);
#pragma warning disable SYSLIB0014 // As the agent does, which runs on .NET Framework.
        var protocols = ServicePointManager.SecurityProtocol;
        var proxy = WebRequest.DefaultWebProxy;
        try
        {
            var code = Program.Run(request.Args, stdout, stderr);
            return new Reply(code, output.ToString(), errors.ToString());
        }
        finally
        {
            ServicePointManager.SecurityProtocol = protocols;
            WebRequest.DefaultWebProxy = proxy;
#pragma warning restore SYSLIB0014
            using var self = Process.GetCurrentProcess();
            self.PriorityClass = ProcessPriorityClass.Normal;
        }
    }

    private static void TakeEnvironment(Dictionary<string, string> env)
    {
        foreach (string name in Environment.GetEnvironmentVariables().Keys)
            if (!env.ContainsKey(name)) Environment.SetEnvironmentVariable(name, null);
        foreach (var (name, value) in env) Environment.SetEnvironmentVariable(name, value);
    }

    /// <summary>`$PSVersionTable`: one table for all runspaces of a process, which scripts of the tests write to.</summary>
    private static Hashtable EngineVersions()
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        return (Hashtable)runspace.SessionStateProxy.GetVariable("PSVersionTable");
    }
}
