# Runs scripts of steps with the agent, each step with the clock set to its own time. Writes one line of JSON per step:
# { script, answer, error, state }.
param (
    # { module, scripts: [{ name, data, steps: [{ at, call, arguments }] }], watch }
    [Parameter(Mandatory = $true)] [string] $Plan
)
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$work = [System.IO.File]::ReadAllText($Plan) | ConvertFrom-Json
Import-Module $work.module
$agent = Get-Module -Name Innkeeper

# Saves a copy of the agent's data whenever a statement has changed them, or the server has responded: the state that
# termination at that statement would have left. Staging inserts a call to this before every statement of the sending code.
$global:AgentPosts = 0
$global:AgentSeen = ''
$global:AgentStep = { }
if ($null -ne $work.PSObject.Properties['watch']) {
    & $agent {
        $script:OwnRequest = ${function:Invoke-InnkeeperRequest}
        ${function:script:Invoke-InnkeeperRequest} = {
            param ($Setting, $Path, $Token, $Body, [switch] $IsGzip)
            & $script:OwnRequest -Setting $Setting -Path $Path -Token $Token -Body $Body -IsGzip:$IsGzip
            $global:AgentPosts++
        }
    }
    $global:AgentStep = {
        $seen = [System.Text.StringBuilder]::new("$global:AgentPosts")
        foreach ($file in [System.IO.Directory]::GetFiles($global:AgentData, '*', 'AllDirectories')) {
            $info = [System.IO.FileInfo]::new($file)
            if ($info.Name -ne 'run.lock' -and $info.Name -ne 'innkeeper.log') { [void] $seen.Append('|').Append($file).Append($info.Length).Append($info.LastWriteTimeUtc.Ticks) }
        }
        if ($seen.ToString() -eq $global:AgentSeen) { return }
        $global:AgentSeen = $seen.ToString()
        $global:AgentCopies++
        $target = [System.IO.Path]::Combine($global:AgentWatch, ('{0:d3}-{1}' -f $global:AgentCopies, $global:AgentPosts))
        foreach ($file in [System.IO.Directory]::GetFiles($global:AgentData, '*', 'AllDirectories')) {
            if ($file.EndsWith('run.lock')) { continue }
            $copy = $target + $file.Substring($global:AgentData.Length)
            [void] [System.IO.Directory]::CreateDirectory([System.IO.Path]::GetDirectoryName($copy))
            # An open file is half written: this is what a power failure leaves of it.
            try { [System.IO.File]::Copy($file, $copy) }
            catch [System.IO.IOException] { [System.IO.File]::WriteAllText($copy, '{"torn') }
        }
    }
    $global:AgentWatch = $work.watch
    $global:AgentCopies = 0
}

foreach ($script in $work.scripts) {
    $global:AgentData = $script.data
    $env:AGENT_EVENTS = [System.IO.Path]::Combine($script.data, 'events.txt')
    foreach ($step in $script.steps) {
        $env:AGENT_NOW = [string] $step.at
        $arguments = @{ DataPath = $script.data }
        foreach ($argument in $step.arguments.PSObject.Properties) { $arguments[$argument.Name] = $argument.Value }
        $told = [ordered]@{ script = $script.name; answer = [ordered]@{}; error = $null; state = $null }
        try {
            foreach ($answer in & $step.call @arguments) { foreach ($property in $answer.PSObject.Properties) { $told.answer[$property.Name] = $property.Value } }
        }
        catch { $told.error = $_.Exception.Message }
        $state = [System.IO.Path]::Combine($script.data, 'state.json')
        if ([System.IO.File]::Exists($state)) { $told.state = [System.IO.File]::ReadAllText($state) }
        & $agent { param ($Told) ConvertTo-InnkeeperJson $Told } $told
    }
}
