# Returns cmdlet results from a recording of a host's own cmdlets. Each stub module loads this file; the rows are
# converted to objects once per process, because sections are read in several runspaces.
#
# A recording is a JSON object that maps the name of a cmdlet or CIM class to its rows, as ConvertTo-Json of Windows PowerShell 5.1
# prints them. Instead of rows, it can contain { "_throws": text, "_category": name, "_rows": [...], "_terminates": true } or { "_hangs": true }.

# Counts external calls: a stub that reads two sources is called once.
function Add-ReplayCall ($Replay, $Cmdlet) {
    if ([object]::ReferenceEquals($Replay.cmdlet, $Cmdlet)) { return }
    $Replay.cmdlet = $Cmdlet
    $Replay.calls++
}

function Get-Replay {
    $path = $env:AGENT_REPLAY
    $kept = [System.AppDomain]::CurrentDomain.GetData('agent-replay')
    # One process serves many tests, and a test can replace the recording.
    $written = [System.IO.File]::GetLastWriteTimeUtc($path)
    if ($null -ne $kept -and $kept.path -eq $path -and $kept.written -eq $written) { return $kept }
    $kept = @{ path = $path; written = $written; sources = [System.IO.File]::ReadAllText($path) | ConvertFrom-Json; rows = @{}; byVm = @{}; cmdlet = $null; calls = 0; types = . ([System.IO.Path]::Combine($PSScriptRoot, 'types.ps1')) }
    [System.AppDomain]::CurrentDomain.SetData('agent-replay', $kept)
    $kept
}

# The rows of a source as objects with Windows types; $Cmdlet raises the errors that were recorded with them.
function Read-Replay ([string] $Source, $Cmdlet) {
    $replay = Get-Replay
    Add-ReplayCall $replay $Cmdlet
    $property = $replay.sources.PSObject.Properties[$Source]
    if ($null -eq $property) { return }
    $recorded = $property.Value
    if ($recorded -is [pscustomobject]) {
        # A WMI call that never returns, which PowerShell cannot stop.
        if ($null -ne $recorded.PSObject.Properties['_hangs']) { [System.Threading.Thread]::Sleep([System.Threading.Timeout]::Infinite) }
        if ($null -ne $recorded.PSObject.Properties['_throws']) {
            if ($null -ne $recorded.PSObject.Properties['_rows']) { ConvertTo-ReplayRow $replay $Source $recorded._rows }
            $record = [System.Management.Automation.ErrorRecord]::new([System.InvalidOperationException]::new($recorded._throws), 'Recorded', $recorded._category, $null)
            if ($null -ne $recorded.PSObject.Properties['_terminates']) { $Cmdlet.ThrowTerminatingError($record) }
            $Cmdlet.WriteError($record)
            return
        }
    }
    ConvertTo-ReplayRow $replay $Source $recorded
}

function ConvertTo-ReplayRow ($Replay, [string] $Source, $Recorded) {
    if (-not $Replay.rows.ContainsKey($Source)) {
        $shape = $Replay.types.shapes[$Source]
        if ($null -eq $shape) { $shape = @{} }
        $Replay.rows[$Source] = @(foreach ($row in $Recorded) { ConvertTo-ReplayObject $Replay $row $shape '' })
    }
    $Replay.rows[$Source]
}

# Rows of only those VMs, in their order. Rows that do not identify their VM (Get-VMSecurity) were recorded with its id.
function Read-ReplayOfVm ([string] $Source, $VM, $Cmdlet) {
    foreach ($one in $VM) {
        if ($one -is [string] -or $null -eq $one.PSObject.Properties['Id']) { throw "Cannot convert '$one' to the type VirtualMachine." }
    }
    $replay = Get-Replay
    Add-ReplayCall $replay $Cmdlet
    if (-not $replay.byVm.ContainsKey($Source)) {
        $lists = @{}
        foreach ($row in @(Read-Replay $Source $Cmdlet)) {
            $id = if ($null -ne $row.PSObject.Properties['VMId']) { [string] $row.VMId } else { [string] $row.PSObject.Properties['_attachedByCollector'].Value.VMId }
            if ($null -ne $row.PSObject.Properties['_attachedByCollector']) { $row.PSObject.Properties.Remove('_attachedByCollector') }
            if (-not $lists.ContainsKey($id)) { $lists[$id] = [System.Collections.Generic.List[object]]::new() }
            $lists[$id].Add($row)
        }
        # A recorded error is raised every time.
        if ($replay.sources.PSObject.Properties[$Source].Value -is [pscustomobject]) { foreach ($one in $VM) { $lists[[string] $one.Id] }; return }
        $replay.byVm[$Source] = $lists
    }
    foreach ($one in $VM) { $replay.byVm[$Source][[string] $one.Id] }
}

function ConvertTo-ReplayObject ($Replay, $Row, $Shape, [string] $Prefix) {
    $typed = [pscustomobject]@{}
    foreach ($property in $Row.PSObject.Properties) {
        $value = ConvertTo-ReplayValue $Replay $property.Value $Shape "$Prefix$($property.Name)"
        $typed.PSObject.Properties.Add([psnoteproperty]::new($property.Name, $value))
    }
    $typed
}

function ConvertTo-ReplayValue ($Replay, $Value, $Shape, [string] $Name) {
    if ($null -eq $Value) { return $null }
    # The comma keeps a list of one or no item a list.
    if ($Value -is [array]) { return , @(foreach ($one in $Value) { ConvertTo-ReplayValue $Replay $one $Shape $Name }) }
    if ($Value -is [datetime]) { return $Value.ToLocalTime() }
    if ($Value -is [pscustomobject]) {
        if ($null -ne $Value.PSObject.Properties['TotalSeconds']) { return [timespan]::FromTicks($Value.Ticks) }
        if ($null -ne $Value.PSObject.Properties['MajorRevision']) {
            if ($Value.Build -lt 0) { return [version]::new($Value.Major, $Value.Minor) }
            if ($Value.Revision -lt 0) { return [version]::new($Value.Major, $Value.Minor, $Value.Build) }
            return [version]::new($Value.Major, $Value.Minor, $Value.Build, $Value.Revision)
        }
        return ConvertTo-ReplayObject $Replay $Value $Shape "$Name."
    }
    $kind = $Shape[$Name]
    if ($null -eq $kind) { return $Value }
    switch ($kind) {
        'guid' { return [guid] $Value }
        'uint32' { return [uint32] $Value }
        'uint64' { return [uint64] $Value }
        'int64' { return [int64] $Value }
    }
    # Unlike a cast, this accepts numbers that the enum does not define, as with an older module on a newer host.
    [enum]::ToObject($Replay.types.enums[$kind], $Value)
}
