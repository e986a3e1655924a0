# Has the agent read recorded hosts, one after the other, each in a runspace that knows nothing of the others.
# Writes snapshot.json into the folder of each, and says what it did and how long that took.
param (
    # Folder that holds the staged module, and one folder for each host: recording.json and Modules.
    [Parameter(Mandatory = $true)] [string] $Folder
)
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$modules = $env:PSModulePath

foreach ($hostFolder in [System.IO.Directory]::GetDirectories([System.IO.Path]::Combine($Folder, 'hosts'))) {
    $env:AGENT_REPLAY = [System.IO.Path]::Combine($hostFolder, 'recording.json')
    $env:PSModulePath = [System.IO.Path]::Combine($hostFolder, 'Modules') + [System.IO.Path]::PathSeparator + $modules
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    $shell = [powershell]::Create()
    $shell.Runspace = [runspacefactory]::CreateRunspace([initialsessionstate]::CreateDefault2())
    $shell.Runspace.Open()
    [void] $shell.AddScript({
            param ($Manifest)
            $ErrorActionPreference = 'Stop'
            $collector = ([System.IO.File]::ReadAllText($env:AGENT_REPLAY) | ConvertFrom-Json)._collector
            $PSVersionTable.PSVersion = [version] $collector.psVersion
            # Formats of the recorded host's language, so that a decimal comma would show.
            [System.Threading.Thread]::CurrentThread.CurrentUICulture = [cultureinfo] $collector.uiCulture
            [System.Threading.Thread]::CurrentThread.CurrentCulture = [cultureinfo] $collector.uiCulture
            Import-Module $Manifest
            # A test does not wait as long as the agent does for a section of which it knows that it hangs.
            if ($null -ne $collector.PSObject.Properties['limits']) {
                & (Get-Module -Name Innkeeper) {
                    param ($Limits)
                    $script:OwnStep = ${function:Invoke-InnkeeperStep}
                    $script:Limits = $Limits
                    ${function:script:Invoke-InnkeeperStep} = {
                        param ($Worker, $Function, $Argument, $LimitSeconds)
                        $own = $script:Limits.PSObject.Properties[$Function]
                        if ($null -ne $own) { $LimitSeconds = $own.Value }
                        & $script:OwnStep $Worker $Function $Argument $LimitSeconds
                    }
                } $collector.limits
            }
            Get-InnkeeperSnapshot
        })
    [void] $shell.AddParameter('Manifest', [System.IO.Path]::Combine($Folder, 'Innkeeper', 'Innkeeper.psd1'))
    $name = [System.IO.Path]::GetFileName($hostFolder)
    try {
        $snapshot = $shell.Invoke()
        [System.IO.File]::WriteAllText([System.IO.Path]::Combine($hostFolder, 'snapshot.json'), ($snapshot -join "`n"))
        foreach ($problem in $shell.Streams.Error) { "$name`: error stream: $problem" }
    }
    catch { "$name`: $($_.Exception.Message) $($_.Exception.InnerException.ErrorRecord.ScriptStackTrace)" }
    $shell.Runspace.Close()
    "$name`: $($watch.ElapsedMilliseconds) ms"
}
# A section that hangs for ever is a thread that never ends.
[System.Environment]::Exit(0)
